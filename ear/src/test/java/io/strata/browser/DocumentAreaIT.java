package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.strata.documents.SampleFiles;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The documents of a project as people put them in, find them, look at them and correct them. */
@AgainstStrata
class DocumentAreaIT {

    /** Drops a text file with a name onto an element, as a browser tells pages about it. */
    private static final String DROP = """
            (element, name) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File(['Something to read about shipping'], name, { type: 'text/plain' }));
              for (const type of ['dragenter', 'dragover', 'drop']) {
                element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
              }
            }""";

    private final World world;
    private final Browser browser = new Browser();
    private TestProject project;

    DocumentAreaIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void begin() {
        project = world.project();
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void putsFilesInAndFollowsThemUntilTheyAreRead() {
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", area());
        assertThat(tab.page().getByText("There are no documents yet")).isVisible();

        choose(tab.page(), text("terms.txt", "All payments are settled within thirty days"), text("empty.pdf", ""));

        assertThat(item(tab, "terms").locator("[data-status='ready']")).isVisible();
        assertThat(item(tab, "empty").locator("[data-status='failed']")).isVisible();
        assertThat(tab.page().locator(".uploads")).containsText("Uploads are done");
        item(tab, "empty").locator(".open").click();
        assertThat(panel(tab).locator(".failure")).not().isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void findsWhileOneTypesAndMarksTheHits() {
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "light", area());
        choose(
                tab.page(),
                text("terms.txt", "All payments are settled within thirty days"),
                text("cook.txt", "Knead the dough and bake it"),
                new FilePayload("page.pdf", "application/pdf", SampleFiles.pdf("The settlement of accounts")));
        assertThat(item(tab, "page").locator("[data-status='ready']")).isVisible();
        assertThat(item(tab, "terms").locator("[data-status='ready']")).isVisible();

        tab.press("/");
        tab.page().keyboard().type("settle");
        assertThat(items(tab)).hasCount(2);
        assertThat(item(tab, "terms").locator("mark")).hasText("settled");

        item(tab, "terms").locator(".open").click();
        assertThat(panel(tab).locator("mark")).hasText("settled");
        assertThat(panel(tab)).containsText("1 hit");
        item(tab, "page").locator(".open").click();
        assertThat(panel(tab).locator(".page canvas")).isVisible();
        assertThat(panel(tab).locator(".page mark")).hasText("settlement");
        tab.page().waitForCondition(() -> drawn(panel(tab).locator(".page canvas")));
        tab.mustBeAccessible();

        panel(tab)
                .getByText("Text", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(panel(tab).locator(".text mark")).hasText("settlement");
        assertThat(tab.page()).hasURL(Pattern.compile(".*q=settle.*"));
        tab.page().reload();
        assertThat(items(tab)).hasCount(2);
        assertThat(panel(tab)).containsText("page");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void correctsTheTopicsWithOneKeyAndTakesItBack() {
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", area());
        project.api()
                .post(
                        project.workspace().path("/topics"),
                        object("name", "Seafaring", "description", "Ships, harbours, anchors, tides"))
                .mustBe(201);
        tab.page().reload();
        choose(tab.page(), text("terms.txt", "All payments are settled within thirty days"));
        assertThat(item(tab, "terms").locator("[data-status='ready']")).isVisible();
        String id = item(tab, "terms").getAttribute("data-document");
        List<String> before = topics(id);

        tab.press("j", "t");
        tab.chooseFirst("Seafaring");
        tab.press("Escape");
        assertThat(item(tab, "terms").locator(".chip").filter(new Locator.FilterOptions().setHasText("Seafaring")))
                .isVisible();
        await("the topic").until(() -> topics(id).contains("Seafaring"));

        tab.press("Control+z");
        await("the topics of before").until(() -> topics(id).equals(before));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void takesFilesThatAreDroppedAnywhereAndOntoTheOpenedNode() {
        Answer issue = project.issue("Read this");
        WorkspaceTab tab = WorkspaceTab.signIn(
                world, browser, "dark", WorkspaceTab.view(project, "board") + "?node=" + issue.text("short_id"));
        assertThat(tab.panel()).containsText("Read this");

        tab.page().locator(".board").evaluate(DROP, "anywhere.txt");
        assertThat(tab.page().locator(".uploads")).containsText("anywhere.txt");
        tab.panel().evaluate(DROP, "onto-the-node.txt");
        assertThat(tab.panel().locator(".references a")).containsText("onto-the-node");
        assertThat(tab.panel()).not().containsText("anywhere");

        tab.press("g", "d");
        assertThat(items(tab)).hasCount(2);
        assertThat(item(tab, "onto-the-node").locator(".node")).hasText(issue.text("short_id"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsWhatAColleaguePutsIn() {
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", area());
        assertThat(tab.page().getByText("There are no documents yet")).isVisible();
        tab.press("Shift+V");

        project.api()
                .upload(
                        project.workspace().path("/documents"),
                        new Upload()
                                .field("project_id", project.id().toString())
                                .file("theirs.txt", "text/plain", SampleFiles.bytes("From somebody else")))
                .mustBe(202);

        assertThat(item(tab, "theirs").locator("[data-status='ready']")).isVisible();
        assertThat(tab.page().locator("ul.cards")).isVisible();
        tab.mustBeAccessible();
        assertThat(browser.complaints()).isEmpty();
    }

    private String area() {
        return WorkspaceTab.view(project, "documents");
    }

    private List<String> topics(String document) {
        return project.api().get("/documents/" + document).json().getJsonArray("topics").stream()
                .map(topic -> topic.asJsonObject().getString("name"))
                .sorted()
                .toList();
    }

    private static FilePayload text(String name, String words) {
        return new FilePayload(name, "text/plain", SampleFiles.bytes(words));
    }

    private static void choose(Page page, FilePayload... files) {
        page.locator(".documents .tools input[type=file]").setInputFiles(files);
    }

    private static Locator items(WorkspaceTab tab) {
        return tab.page().locator(".documents .item");
    }

    private static Locator item(WorkspaceTab tab, String title) {
        return items(tab).filter(new Locator.FilterOptions().setHasText(title));
    }

    private static Locator panel(WorkspaceTab tab) {
        return tab.page().locator("aside.document");
    }

    /** Whether something dark is drawn on a canvas. */
    private static boolean drawn(Locator canvas) {
        return (Boolean) canvas.evaluate("canvas => canvas.getContext('2d')"
                + ".getImageData(0, 0, canvas.width, canvas.height).data"
                + ".some((value, index, all) => index % 4 === 0 && value < 128 && all[index + 3] === 255)");
    }
}
