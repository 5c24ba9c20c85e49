package io.strata.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.common.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentRowTest {

    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    @Test
    void readsWhatTheDatabaseAnswers() {
        ContentRow row = Json.read("""
                {"description" : "Words", "readable" : true, "watching" : false,
                 "mentions" : [{"actor_id" : "%1$s", "handle" : "ada"}],
                 "reactions" : [{"emoji" : "thumbs_up", "count" : 2, "mine" : true, "handles" : ["ada", "bob"]}],
                 "attachments" : [{"id" : "%1$s", "node_id" : "%1$s", "comment_id" : null, "owner_id" : "%1$s",
                   "file_name" : "a.txt", "mime_type" : "text/plain", "size_bytes" : 3, "sha256" : "00",
                   "created_at" : "2026-11-21T20:57:41.944735Z"}],
                 "comments" : [{"id" : "%1$s", "node_id" : "%1$s", "parent_id" : null, "author_id" : "%1$s",
                   "text" : "Hello", "deleted" : false, "resolved_at" : null, "resolved_by" : null, "mentions" : [],
                   "reactions" : [], "attachments" : [], "created_at" : "2026-11-21T20:57:41.626015Z",
                   "updated_at" : "2026-11-21T20:57:41.626015Z"}],
                 "keys" : ["SHOP"]}
                """.formatted(ID), ContentRow.class);

        assertThat(row.readable()).isTrue();
        assertThat(row.mentions()).containsExactly(new MentionedActor(ID, "ada"));
        assertThat(row.reactions()).containsExactly(new ReactionView(Emoji.THUMBS_UP, 2, true, List.of("ada", "bob")));
        assertThat(row.attachments()).singleElement().satisfies(attachment -> {
            assertThat(attachment.commentId()).isNull();
            assertThat(attachment.createdAt()).isEqualTo(Instant.parse("2026-11-21T20:57:41.944735Z"));
        });
        assertThat(row.comments()).singleElement().satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("Hello");
            assertThat(comment.resolvedAt()).isNull();
        });
        assertThat(row.keys()).containsExactly("SHOP");
        assertThat(Json.write(row.reactions().get(0)))
                .isEqualTo("{\"count\":2,\"emoji\":\"thumbs_up\",\"handles\":[\"ada\",\"bob\"],\"mine\":true}");
    }
}
