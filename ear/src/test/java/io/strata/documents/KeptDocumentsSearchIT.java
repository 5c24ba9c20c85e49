package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the search over everything knows of how documents are kept. */
@AgainstStrata
class KeptDocumentsSearchIT {

    private final World world;
    private final String word = World.word();
    private Vault vault;
    private String id;

    KeptDocumentsSearchIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeDocument() {
        vault = new Vault(world.project().workspace());
        id = vault.addAndAwait("paper.txt", "It says " + word);
    }

    @Test
    void findsDocumentsByTheirTags() {
        String tag = World.word();
        change("tags", List.of(tag, "signed"));

        assertThat(found(vault.api(), tag)).containsExactly(id);
        assertThat(found(vault.api(), word + "&label=signed")).containsExactly(id);

        change("tags", List.of("signed"));

        assertThat(found(vault.api(), tag)).isEmpty();
        assertThat(found(vault.api(), word)).containsExactly(id);
    }

    @Test
    void findsNothingInTheTrash() {
        vault.api().delete("/documents/" + id).mustBe(204);
        assertThat(found(vault.api(), word)).isEmpty();

        vault.api().post("/documents/" + id + "/restore").mustBe(200);
        assertThat(found(vault.api(), word)).containsExactly(id);
    }

    @Test
    void findsWhatIsSharedAsLongAsItIs() {
        Person person = world.person();
        Api guest = world.as(person);
        String other = vault.addAndAwait("other.txt", "It says " + word + " too");
        assertThat(found(guest, word)).isEmpty();

        String share = "/documents/" + id + "/shares/" + person.handle();
        vault.api().put(share, object("permission", "view")).mustBe(200);
        assertThat(found(guest, word)).containsExactly(id).doesNotContain(other);
        assertThat(guest.get("/search?q=" + word).text()).contains("<mark>" + word + "</mark>");

        vault.api().delete(share).mustBe(204);
        assertThat(found(guest, word)).isEmpty();
    }

    private void change(String field, Object value) {
        vault.api().patch("/documents/" + id, object(field, value)).mustBe(200);
    }

    private static List<String> found(Api api, String query) {
        return api.get("/search?q=" + query).mustBe(200).each("id");
    }
}
