package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import io.strata.testing.Account;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people in one project: what one does, the others see where they are, without reading the page anew. */
@AgainstStrata
class LiveWorkspaceIT {

    private final World world;
    private final Browser browser = new Browser();
    private TestProject project;
    private Account colleague;

    LiveWorkspaceIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void inviteAColleague() {
        project = world.project();
        colleague = world.account();
        project.api()
                .post(project.workspace().path("/members"), object("handle", colleague.handle(), "role", "member"))
                .mustBe(201);
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void showsWhatAColleagueDoesAndKeepsThePlace() {
        Answer issue = project.issue("Refunds are late");
        project.issue("Of the other one");
        WorkspaceTab mine = WorkspaceTab.signIn(world, browser, "dark", list());
        WorkspaceTab theirs = WorkspaceTab.signIn(world, browser, colleague, list());
        connected(mine);
        connected(theirs);
        mine.row("Of the other one").click();
        assertThat(mine.panel()).containsText("Of the other one");
        List<String> requests = watched(mine.page());

        theirs.row("Refunds are late").click();
        assertThat(theirs.panel()).containsText("Refunds are late");
        theirs.press("s");
        theirs.choose("In progress");
        assertThat(status(mine, "Refunds are late")).hasAttribute("aria-label", "Status: In progress");

        theirs.press("e");
        theirs.page().locator("input.rename").fill("Refunds are too late");
        theirs.press("Enter");
        assertThat(mine.row("Refunds are too late")).isVisible();

        theirs.press("c");
        assertThat(theirs.page().locator(".create-title")).isFocused();
        theirs.page().keyboard().type("Something new");
        theirs.press("Enter");
        assertThat(mine.row("Something new")).isVisible();

        theirs.press("Escape");
        project.api().delete("/nodes/" + issue.id()).mustBe(200);
        assertThat(mine.row("Refunds are too late")).hasCount(0);
        assertThat(theirs.row("Refunds are too late")).hasCount(0);

        assertThat(mine.panel()).containsText("Of the other one");
        assertThat(mine.page().evaluate("window.stays")).isEqualTo(true);
        assertThat(requests).noneMatch(url -> url.contains("/subtree") || url.contains("/nodes?"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsInThePanelWhatIsSaidAndLeavesWhatIsBeingWritten() {
        Answer issue = project.issue("Talked about");
        WorkspaceTab mine = WorkspaceTab.signIn(world, browser, "dark", list() + "?node=" + issue.text("short_id"));
        connected(mine);
        assertThat(mine.panel().getByText("Nobody has said anything yet.")).isVisible();
        Locator field = mine.panel().getByPlaceholder("Write a comment");
        field.fill("I am still writing");

        project.api()
                .post("/nodes/" + issue.id() + "/comments", object("text", "Said *meanwhile*"))
                .mustBe(201);
        project.api()
                .patch("/nodes/" + issue.id(), object("description", "Described **meanwhile**"))
                .mustBe(200);

        assertThat(mine.panel().locator(".comments em")).hasText("meanwhile");
        assertThat(mine.panel().locator(".prose strong")).hasText("meanwhile");
        assertThat(field).hasValue("I am still writing");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void catchesUpAfterALostConnectionWithoutReadingEverything() {
        Answer issue = project.issue("Known");
        Answer gone = project.issue("Goes meanwhile");
        WorkspaceTab mine = WorkspaceTab.signIn(world, browser, "dark", list());
        connected(mine);
        List<String> requests = watched(mine.page());

        mine.page().context().setOffline(true);
        assertThat(mine.page().locator(".banner")).isVisible();
        project.issue("Made meanwhile");
        project.api()
                .patch("/nodes/" + issue.id(), object("title", "Called otherwise"))
                .mustBe(200);
        project.api().delete("/nodes/" + gone.id()).mustBe(200);
        assertThat(mine.row("Called otherwise")).hasCount(0);
        mine.page().context().setOffline(false);

        assertThat(mine.page().locator(".banner")).hasCount(0);
        assertThat(mine.row("Made meanwhile")).isVisible();
        assertThat(mine.row("Called otherwise")).isVisible();
        assertThat(mine.row("Goes meanwhile")).hasCount(0);
        connected(mine);
        assertThat(mine.page().evaluate("window.stays")).isEqualTo(true);
        assertThat(requests).noneMatch(url -> url.contains("/subtree") || url.contains("/nodes?"));
    }

    @Test
    void asksWhereTheNetworkLetsNoSocketThrough() {
        project.issue("There before");
        WorkspaceTab mine = WorkspaceTab.signIn(world, browser, "dark", "/app/");
        mine.page().routeWebSocket("**/ws/events", WebSocketRoute::close);
        mine.go(list());
        assertThat(mine.row("There before")).isVisible();
        assertThat(mine.page().locator(".project[data-live='asking']")).isVisible();

        project.issue("Heard of by asking");

        assertThat(mine.row("Heard of by asking")).isVisible();
    }

    private String list() {
        return WorkspaceTab.view(project, "list");
    }

    private static void connected(WorkspaceTab tab) {
        assertThat(tab.page().locator(".project[data-live='connected']")).isVisible();
    }

    private static Locator status(WorkspaceTab tab, String title) {
        return tab.row(title).locator("[data-cell='status'] button");
    }

    /** From now on: the addresses that a page asks for, and a mark that a reload would wipe out. */
    private static List<String> watched(Page page) {
        page.evaluate("window.stays = true");
        List<String> requests = new CopyOnWriteArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        return requests;
    }
}
