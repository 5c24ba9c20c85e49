package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace as people use it, with the mouse and with the keyboard alone, dark and light. */
@AgainstStrata
class WorkspaceIT {

    private final World world;
    private final Browser browser = new Browser();

    WorkspaceIT(World world) {
        this.world = world;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void leadsThroughTheSignInBackToTheAddressThatWasAskedFor() {
        TestProject project = world.project();
        Answer issue = project.issue("Deep in the tree");
        String address = "/app/n/" + issue.text("short_id");

        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", address);

        assertThat(tab.page())
                .hasURL(Pattern.compile(".*/app/p/" + project.key() + "/tree\\?node=" + issue.text("short_id")));
        assertThat(tab.panel()).containsText("Deep in the tree");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isWhereTheBareAddressAndTheSignInLead() {
        world.project();
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", "/login.xhtml");
        assertThat(tab.page()).hasURL(Pattern.compile(".*/app/.*"));

        tab.go("/");
        assertThat(tab.page()).hasURL(Pattern.compile(".*/app/.*"));
        tab.page().getByText("Administration").first().click();
        assertThat(tab.page()).hasURL(Pattern.compile(".*/admin/overview\\.xhtml"));
    }

    @Test
    void sendsItsFilesCompressedAndLetsBrowsersKeepThem() throws Exception {
        TestProject project = world.project();
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list"));
        String script = tab.page().locator("script[type=module]").first().getAttribute("src");
        HttpClient client = HttpClient.newHttpClient();
        URI server = world.strata().server().uri();

        HttpResponse<byte[]> file = client.send(
                HttpRequest.newBuilder(server.resolve(script))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        HttpResponse<byte[]> nothing = client.send(
                HttpRequest.newBuilder(server.resolve("/app/assets/none.js")).build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(file.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("immutable"));
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.headers().firstValue("Cache-Control")).isEmpty();
    }

    @Test
    void endsTheSignIn() {
        TestProject project = world.project();
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list"));
        assertThat(tab.page().locator("h1")).isVisible();

        tab.press("Control+k");
        tab.choose("Sign out");

        assertThat(tab.page()).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
        tab.go(WorkspaceTab.view(project, "list"));
        assertThat(tab.page()).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void keepsNobodyOut(String theme) {
        TestProject project = world.project();
        Answer component = project.component("Checkout");
        Answer issue = project.create("issue", "Double orders", component.id());
        project.api()
                .patch(
                        "/nodes/" + issue.id(),
                        object("priority", "urgent", "labels", List.of("bug"), "description", "See *this*:\n\n- one"))
                .mustBe(200);
        project.issue("Another one");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, theme, WorkspaceTab.view(project, "list"));
        Page page = tab.page();

        for (String view : List.of("list", "tree", "board", "graph", "documents")) {
            tab.go(WorkspaceTab.view(project, view) + "?node=" + issue.text("short_id"));
            assertThat(page.locator("html")).hasAttribute("data-theme", theme);
            assertThat(tab.panel().locator(".prose em").first()).hasText("this");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            tab.mustBeAccessible();
        }
        tab.press("Control+k");
        assertThat(page.locator("dialog[open] [role=option]").first()).isVisible();
        tab.mustBeAccessible();
        tab.press("Escape", "?");
        assertThat(page.locator("dialog[open]")).containsText("Keys");
        tab.mustBeAccessible();
        tab.press("Escape", "c");
        assertThat(page.locator("dialog[open] .create-title")).isFocused();
        tab.mustBeAccessible();
        tab.press("Escape");
        tab.go(WorkspaceTab.view(project, "list") + "?import=");
        assertThat(page.locator("dialog[open]")).containsText("Import a file");
        tab.mustBeAccessible();
        tab.go("/app/w/" + project.workspace().id());
        assertThat(page.locator("h1")).isVisible();
        tab.mustBeAccessible();

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void worksThroughAListWithTheKeyboardAlone() {
        TestProject project = world.project();
        Answer first = project.issue("First");
        Answer second = project.issue("Second");
        WorkspaceTab tab =
                WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list") + "?sort=title");
        assertThat(tab.row("Second")).isVisible();

        // The head of the group, then the first issue.
        tab.press("j", "j", "s");
        tab.choose("In progress");
        assertThat(tab.message(first.text("short_id"))).containsText("In progress");
        await("the status").until(() -> "in_progress".equals(WorkspaceTab.stored(project.api(), first.id(), "status")));
        tab.press("Control+z");
        await("the status before")
                .until(() -> "backlog".equals(WorkspaceTab.stored(project.api(), first.id(), "status")));

        tab.press("e");
        Locator field = tab.page().locator("input.rename");
        assertThat(field).isFocused();
        field.fill("First of all");
        tab.press("Enter");
        assertThat(tab.row("First of all")).isVisible();
        await("the title").until(() -> "First of all".equals(WorkspaceTab.stored(project.api(), first.id(), "title")));

        tab.press("x", "j", "x");
        assertThat(tab.page().locator(".bulk")).containsText("2 chosen");
        tab.press("p");
        tab.choose("Urgent");
        for (Answer issue : List.of(first, second)) {
            await("the priority")
                    .until(() -> "urgent".equals(WorkspaceTab.stored(project.api(), issue.id(), "priority")));
        }
        tab.press("a");
        tab.choose("admin");
        for (Answer issue : List.of(first, second)) {
            await("the assignee").until(() -> WorkspaceTab.stored(project.api(), issue.id(), "assignee_id") != null);
        }

        tab.press("Delete");
        assertThat(tab.row("First of all")).hasCount(0);
        tab.message("trash").getByText("Undo").click();
        assertThat(tab.row("First of all")).isVisible();
        assertThat(tab.row("Second")).isVisible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void takesBackWhatTheServerRefusesAndSaysWhy() {
        TestProject project = world.project();
        Answer issue = project.issue("Stays where it is");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list"));
        assertThat(tab.row("Stays where it is")).isVisible();
        project.api()
                .put(
                        project.path("/workflow"),
                        object(
                                "statuses",
                                List.of(
                                        object("name", "backlog", "category", "todo"),
                                        object("name", "todo", "category", "todo"),
                                        object("name", "done", "category", "done")),
                                "transitions",
                                object("backlog", List.of("todo"))))
                .mustBe(200);

        tab.press("j", "j", "s");
        tab.choose("Done");

        assertThat(tab.message(issue.text("short_id"))).containsText("stays as it was");
        assertThat(tab.message(issue.text("short_id"))).containsText("todo");
        assertThat(tab.row("Backlog").first()).isVisible();
        assertThat(WorkspaceTab.stored(project.api(), issue.id(), "status")).isEqualTo("backlog");
    }

    @Test
    void filtersAndKeepsTheFilterInTheAddress() {
        TestProject project = world.project();
        project.api()
                .patch("/nodes/" + project.issue("With a label").id(), object("labels", List.of("bug")))
                .mustBe(200);
        project.issue("Without one");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list"));
        assertThat(tab.row("Without one")).isVisible();

        tab.press("f");
        tab.chooseFirst("Labels");
        Locator options = tab.page().locator("dialog[open] [role=option]");
        assertThat(options).hasText(Pattern.compile("bug.*"));
        tab.press("Enter", "Escape");
        assertThat(tab.row("Without one")).hasCount(0);
        assertThat(tab.page()).hasURL(Pattern.compile(".*label=bug.*"));

        tab.page().reload();
        assertThat(tab.row("With a label")).isVisible();
        assertThat(tab.row("Without one")).hasCount(0);
        tab.press("Shift+F");
        assertThat(tab.row("Without one")).isVisible();
        tab.press("/");
        tab.page().keyboard().type("without");
        assertThat(tab.row("With a label")).hasCount(0);
        assertThat(tab.page()).hasURL(Pattern.compile(".*q=without.*"));
    }

    @Test
    void showsTheTreeAndHangsIssuesElsewhere() {
        TestProject project = world.project();
        Answer checkout = project.component("Checkout");
        Answer payments = project.component("Payments");
        Answer issue = project.create("issue", "Refunds", checkout.id());
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "tree"));
        assertThat(tab.row("Payments")).isVisible();
        assertThat(tab.row("Refunds")).hasCount(0);

        tab.press("j", "j", "ArrowRight");
        assertThat(tab.row("Refunds")).isVisible();
        tab.press("j", "m");
        tab.choose("Payments");

        assertThat(tab.message("now hangs under")).isVisible();
        await("the move")
                .until(() -> project.api().get("/nodes/" + payments.id() + "/children").each("short_id").stream()
                        .anyMatch(issue.text("short_id")::equals));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void movesInTheTreeByDraggingAndSaysWhichCircleItWouldClose() {
        TestProject project = world.project();
        Answer checkout = project.component("Checkout");
        Answer payments = project.component("Payments");
        Answer inner = project.create("component", "Inner part", checkout.id());
        project.create("issue", "Refunds", checkout.id());
        project.create("issue", "Chargebacks", checkout.id());
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "tree"));
        tab.row("Checkout").locator(".fold button").click();
        assertThat(tab.row("Refunds")).isVisible();

        tab.row("Refunds").dragTo(tab.row("Payments"));
        assertThat(tab.message("now hangs under Payments")).isVisible();
        assertThat(tab.row("Refunds")).hasAttribute("aria-level", "3");
        assertThat(children(project, payments)).containsExactly("Refunds");
        tab.press("Control+z");
        await("the undone move").until(() -> children(project, payments).isEmpty());

        tab.row("Refunds").locator("input[type=checkbox]").check();
        tab.row("Chargebacks").locator("input[type=checkbox]").check();
        tab.row("Chargebacks").dragTo(tab.row("Payments"));
        await("the move of both").until(() -> children(project, payments).size() == 2);
        assertThat(tab.message("2 entries")).isVisible();

        tab.press("Escape");
        tab.row("Checkout").dragTo(tab.row("Inner part"));
        String circle = checkout.text("short_id") + " → " + inner.text("short_id") + " → " + checkout.text("short_id");
        assertThat(tab.message("stays as it was")).containsText(circle);
        assertThat(children(project, inner)).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<String> children(TestProject project, Answer parent) {
        return project.api().get("/nodes/" + parent.id() + "/children").each("title");
    }

    @Test
    void createsAnIssueAndWorksOnItInThePanel() {
        TestProject project = world.project();
        Answer other = project.issue("The other end");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "light", WorkspaceTab.view(project, "list"));
        assertThat(tab.row("The other end")).isVisible();

        tab.press("c");
        assertThat(tab.page().locator(".create-title")).isFocused();
        tab.page().keyboard().type("Written by keyboard");
        tab.press("Enter");
        assertThat(tab.panel()).containsText("Written by keyboard");
        String shortId = tab.panel().locator(".here").textContent();

        tab.press("Escape");
        assertThat(tab.panel()).hasCount(0);
        tab.row("Written by keyboard").click();
        assertThat(tab.panel().getByText("No description yet.")).isVisible();
        tab.press("d");
        Locator description = tab.panel().getByPlaceholder("Description");
        assertThat(description).isFocused();
        tab.page().keyboard().type("Some **strong** words <img src=x onerror=alert(1)>");
        tab.press("Control+Enter");
        assertThat(tab.panel().locator(".prose strong").first()).hasText("strong");
        assertThat(tab.panel().locator(".prose [onerror]")).hasCount(0);

        tab.panel()
                .getByText("Link", new Locator.GetByTextOptions().setExact(true))
                .click();
        tab.chooseFirst("Is blocked by");
        tab.choose("The other end");
        assertThat(tab.panel()).containsText("Is blocked by");
        assertThat(tab.panel().locator(".references").filter(new Locator.FilterOptions().setHasText("The other end")))
                .isVisible();
        assertThat(project.api().get("/nodes/" + other.id()).json().getJsonArray("links"))
                .hasSize(1);

        tab.press("Shift+M");
        tab.page().keyboard().type("First *comment*");
        tab.press("Control+Enter");
        assertThat(tab.panel().locator(".comments em")).hasText("comment");
        tab.panel().locator(".comments").getByText("Answer").click();
        tab.page().keyboard().type("And its answer");
        tab.press("Control+Enter");
        assertThat(tab.panel().locator(".comments li")).hasCount(2);

        tab.panel()
                .locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "notes.txt", "text/plain", "Notes about the checkout".getBytes(StandardCharsets.UTF_8)));
        assertThat(tab.page().locator(".uploads")).containsText("notes.txt");
        assertThat(tab.panel().locator(".references a")).containsText("notes");
        assertThat(tab.page().locator(".uploads")).containsText("Ready");
        assertThat(project.api().get("/nodes/" + shortId).json().getJsonArray("artifacts"))
                .hasSize(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void movesCardsWithTheMouseAndWithTheKeyboard() {
        TestProject project = world.project();
        Answer issue = project.issue("Card");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "board"));
        Locator card = tab.page().locator(".card").filter(new Locator.FilterOptions().setHasText("Card"));
        assertThat(card).isVisible();

        tab.press("j", "Space", "ArrowRight", "ArrowRight", "Space");
        await("the status").until(() -> "in_progress".equals(WorkspaceTab.stored(project.api(), issue.id(), "status")));
        assertThat(tab.page().locator("[data-column='2'] .card")).hasCount(1);

        card.dragTo(tab.page().locator("[data-column='1'] .cards"));
        await("the status").until(() -> "todo".equals(WorkspaceTab.stored(project.api(), issue.id(), "status")));
        assertThat(tab.page().locator("[data-column='1'] .card")).hasCount(1);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsTheGraphAndWhatDependsOnAComponent() {
        TestProject project = world.project();
        Answer checkout = project.component("Checkout");
        Answer payments = project.component("Payments");
        project.link(checkout, "depends_on", payments);
        project.create("issue", "Refunds", checkout.id());
        WorkspaceTab tab = WorkspaceTab.signIn(
                world,
                browser,
                "dark",
                WorkspaceTab.view(project, "graph") + "?layers=3&from=" + payments.text("short_id"));
        Locator near = tab.page().locator(".near li");
        assertThat(near).hasCount(2);
        assertThat(tab.page().locator(".canvas canvas").first()).isVisible();

        tab.press("i");
        assertThat(tab.message("One component depends on " + payments.text("short_id")))
                .containsText("1");
        assertThat(tab.page().locator(".near li.affected")).hasText(Pattern.compile(".*Checkout.*"));
        tab.press("1", "+");
        assertThat(near.filter(new Locator.FilterOptions().setHasText("Refunds")))
                .isVisible();
        near.filter(new Locator.FilterOptions().setHasText("Refunds"))
                .locator(".entry")
                .click();
        assertThat(tab.panel()).containsText("Refunds");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void findsCommandsAndNodesByAFewLetters() {
        TestProject project = world.project();
        Answer issue = project.issue("Chargebacks are booked twice");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list"));
        assertThat(tab.row("Chargebacks")).isVisible();

        tab.press("Control+k");
        tab.choose("Chargebacks");
        assertThat(tab.panel()).containsText("Chargebacks are booked twice");
        tab.press("Control+k");
        tab.choose("Go to the board");
        assertThat(tab.page())
                .hasURL(Pattern.compile(
                        ".*" + WorkspaceTab.view(project, "board") + "\\?node=" + issue.text("short_id")));
        tab.press("g", "t");
        assertThat(tab.page()).hasURL(Pattern.compile(".*" + WorkspaceTab.view(project, "tree") + ".*"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void beginsWithASampleOrAnImportThatIsTriedFirst() {
        var workspace = world.workspace();
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", "/app/w/" + workspace.id());

        tab.page().getByText("Make the sample project").click();
        assertThat(tab.row("Storefront")).isVisible();
        assertThat(tab.page()).hasURL(Pattern.compile(".*/tree.*"));

        tab.go("/app/w/" + workspace.id());
        String name = "Project " + World.word();
        tab.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill(name);
        Locator key = tab.page().locator("input[maxlength='10']");
        assertThat(key).hasValue(Pattern.compile("PX.*|P.*"));
        key.fill("K" + World.word().substring(0, 8).toUpperCase(Locale.ROOT));
        tab.page().getByText("Create and import a file").click();
        Locator dialog = tab.page().locator("dialog[open]");
        choose(dialog, "issues.csv", "title,status\nA bad one,nowhere\n");
        assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("Nothing was made");
        assertThat(dialog.locator(".problems")).containsText("rows[0].status");

        choose(dialog, "issues.csv", "title,status\nOrder the parts,todo\nBuild it,backlog\n");
        assertThat(dialog.locator(".report")).containsText("2");
        dialog.getByText("Import", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(tab.row("Order the parts")).isVisible();
        assertThat(browser.complaints().stream().filter(complaint -> !complaint.contains("422")))
                .isEmpty();
    }

    @Test
    void speaksArabicFromRightToLeft() {
        TestProject project = world.project();
        project.issue("Anything");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list"));
        assertThat(tab.row("Anything")).isVisible();

        tab.press("Control+k");
        tab.chooseFirst("Language");
        tab.choose("العربية");

        assertThat(tab.page().locator("html")).hasAttribute("dir", "rtl");
        assertThat(tab.page().locator(".tabs")).containsText("قائمة");
        tab.mustBeAccessible();
        tab.page().reload();
        assertThat(tab.page().locator("html")).hasAttribute("lang", "ar");
    }

    @Test
    void saysThatTheServerIsAwayAndCatchesUp() {
        TestProject project = world.project();
        project.issue("Known");
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "list"));
        assertThat(tab.row("Known")).isVisible();

        tab.page().context().setOffline(true);
        assertThat(tab.page().locator(".banner")).isVisible();
        project.issue("Made meanwhile");
        tab.page().context().setOffline(false);

        assertThat(tab.page().locator(".banner")).hasCount(0);
        assertThat(tab.row("Made meanwhile")).isVisible();
    }

    private static void choose(Locator dialog, String name, String table) {
        dialog.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    }
}
