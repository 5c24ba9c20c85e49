package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is due when, what it waits for, and how people put it off. */
@AgainstStrata
class TimelineIT {

    private final World world;
    private final Browser browser = new Browser();

    TimelineIT(World world) {
        this.world = world;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void showsWhatIsDueWhatItWaitsForAndTheCriticalPath(String theme) {
        TestProject project = world.project();
        Answer first = due(project, "First", 7);
        Answer second = due(project, "Second", 14);
        due(project, "Alone", 3);
        project.issue("Without a date");
        project.link(first, "blocks", second);
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, theme, WorkspaceTab.view(project, "timeline"));

        assertThat(lines(tab)).hasCount(3);
        assertThat(lines(tab).first()).containsText("Alone");
        assertThat(tab.page().locator(".timeline .undated")).containsText("1 issue has no due date");
        assertThat(tab.page().locator(".arrows path")).hasCount(1);

        tab.press("i");
        assertThat(tab.message("The critical path has 2 issues")).isVisible();
        assertThat(tab.page().locator(".arrows path.critical")).hasCount(1);
        assertThat(line(tab, "Alone")).not().hasClass(Pattern.compile(".*critical.*"));
        tab.mustBeAccessible();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void putsOffByKeyboardAndByDraggingTheEnd() {
        TestProject project = world.project();
        Answer issue = due(project, "Put off", 7);
        due(project, "Something else", 20);
        WorkspaceTab tab = WorkspaceTab.signIn(world, browser, "dark", WorkspaceTab.view(project, "timeline"));
        assertThat(line(tab, "Put off")).isVisible();

        tab.press("j", "]");
        await("a day later").until(() -> dueDate(project, issue).equals(day(8)));
        tab.press("}");
        await("a week later").until(() -> dueDate(project, issue).equals(day(15)));
        tab.press("Control+z", "Control+z");
        await("as before").until(() -> dueDate(project, issue).equals(day(7)));

        BoundingBox handle = line(tab, "Put off").locator(".handle").boundingBox();
        tab.page().mouse().move(handle.x + handle.width / 2, handle.y + handle.height / 2);
        tab.page().mouse().down();
        tab.page().mouse().move(handle.x + handle.width / 2 + 22, handle.y + handle.height / 2);
        tab.page().mouse().up();
        await("two days later").until(() -> dueDate(project, issue).equals(day(9)));

        line(tab, "Put off").locator(".name").click();
        assertThat(tab.panel()).containsText("Put off");
        assertThat(browser.complaints()).isEmpty();
    }

    private static Answer due(TestProject project, String title, int days) {
        Answer issue = project.issue(title);
        project.api()
                .patch("/nodes/" + issue.id(), object("due_date", day(days)))
                .mustBe(200);
        return issue;
    }

    private static String day(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private static String dueDate(TestProject project, Answer issue) {
        return WorkspaceTab.stored(project.api(), issue.id(), "due_date");
    }

    private static Locator lines(WorkspaceTab tab) {
        return tab.page().locator(".timeline .line-of");
    }

    private static Locator line(WorkspaceTab tab, String title) {
        return lines(tab).filter(new Locator.FilterOptions().setHasText(title));
    }
}
