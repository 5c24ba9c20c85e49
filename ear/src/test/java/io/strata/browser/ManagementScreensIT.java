package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The screens on which administrators manage workspaces and projects, and read roles and settings. */
@AgainstStrata
class ManagementScreensIT {

    private final World world;
    private final Browser browser = new Browser();

    ManagementScreensIT(World world) {
        this.world = world;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void saysOnceWhatIsWrongWithAField() {
        Page page = open("workspaces");
        page.locator("[id='add:open']").click();

        page.locator("[id='workspaceForm:save']").click();

        assertThat(page.locator("[id='workspaceForm'] .ui-message-error")).containsText("is required");
        assertThat(page.locator(".ui-growl-item")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void makesAWorkspaceAndTakesCareOfItsMembers() {
        String name = "Workspace " + World.word();
        Person person = world.person();
        Page page = open("workspaces");
        page.locator("[id='add:open']").click();
        page.locator("[id='workspaceForm:name']").fill(name);
        page.locator("[id='workspaceForm:save']").click();
        assertThat(page.locator(".ui-growl")).containsText(name + " has been made");

        page.locator("[id='workspaces:search']").pressSequentially(name);
        Locator row = row(page, "workspaces:list", name);
        assertThat(page.locator("[id='workspaces:list'] tbody tr")).hasCount(1);
        row.getByTitle("Members").click();
        assertThat(page.locator("[id='membersPanel'] h2")).hasText("Members of " + name);
        page.locator("[id='members:handle']").fill(person.handle());
        page.locator("[id='members:addMember']").click();
        Locator member = row(page, "members:list", person.handle());
        assertThat(member).containsText("Member");
        member.getByLabel("Make " + person.handle() + " Viewer").click();
        assertThat(page.locator(".ui-growl")).containsText(person.handle() + " is Viewer now");
        assertThat(member.getByLabel("Make " + person.handle() + " Member")).isVisible();
        member.getByTitle("Remove from the workspace").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(row(page, "members:list", person.handle())).hasCount(0);
        page.locator("[id='members:handle']").fill("nobody-" + World.word());
        page.locator("[id='members:addMember']").click();
        assertThat(page.locator("[id='members'] .ui-message-error")).containsText("names nobody");

        row(page, "workspaces:list", name).getByTitle("Remove the workspace").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator(".ui-growl")).containsText(name + " is gone");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void changesAWorkflowAndPlansACycle() {
        TestProject project = world.workspace().project();
        String issue = project.issue("In the backlog").text("id");
        Page page = open("projects");
        choose(page, "projects:workspace", name(project));
        row(page, "projects:list", project.key())
                .getByTitle("Workflow and cycles")
                .click();
        assertThat(page.locator("[id='workflow'] h2")).hasText("What issues of " + project.key() + " can be");

        page.locator("[id='workflow:statuses:0:remove']").click();
        assertThat(page.locator("[id='workflow:statuses:5:name']")).hasCount(0);
        page.locator("[id='workflow:statuses:0:name']").fill("next");
        page.locator("[id='workflow:save']").click();
        assertThat(page.locator(".ui-growl")).containsText("in use");
        page.locator("[id='workflow'] .field select").selectOption("next");
        page.locator("[id='workflow:statuses:0:everywhere']").uncheck();
        page.locator("[id='workflow:statuses:0:targets'] label")
                .filter(new Locator.FilterOptions().setHasText("cancelled"))
                .click();
        page.locator("[id='workflow:save']").click();
        assertThat(page.locator(".ui-growl")).containsText("follow the new workflow");

        JsonObject workflow = project.api().get(project.path("/workflow")).json();
        assertThat(workflow.getJsonArray("statuses").getJsonObject(0).getString("name"))
                .isEqualTo("next");
        assertThat(workflow.getJsonObject("transitions").getJsonArray("next").size())
                .isEqualTo(3);
        assertThat(project.api()
                        .get("/nodes/" + issue)
                        .json()
                        .getJsonObject("node")
                        .getString("status"))
                .isEqualTo("next");

        page.locator("[id='cycles:new']").click();
        page.locator("[id='cycleForm:name']").fill("Winter");
        page.locator("[id='cycleForm:startDate']").fill("2026-12-01");
        page.locator("[id='cycleForm:endDate']").fill("2026-12-14");
        page.locator("[id='cycleForm:save']").click();
        Locator cycle = row(page, "cycles:list", "Winter");
        assertThat(cycle).containsText("2026-12-14");
        cycle.getByTitle("Remove the cycle").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("[id='cycles:list']")).containsText("No cycles");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void makesRenamesAndRemovesAProject() {
        TestProject neighbour = world.workspace().project();
        String key = World.word().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        Page page = open("projects");
        choose(page, "projects:workspace", name(neighbour));
        page.locator("[id='add:open']").click();
        page.locator("[id='projectForm:key']").fill("not a key");
        page.locator("[id='projectForm:name']").fill("First name");
        page.locator("[id='projectForm:save']").click();
        assertThat(page.locator("[id='projectForm'] .ui-message-error")).containsText("capital letters");
        page.locator("[id='projectForm:key']").fill(key);
        page.locator("[id='projectForm:save']").click();
        row(page, "projects:list", key).getByTitle("Rename").click();
        page.locator("[id='projectForm:name']").fill("Second name");
        page.locator("[id='projectForm:save']").click();
        assertThat(row(page, "projects:list", key)).containsText("Second name");

        row(page, "projects:list", key).getByTitle("Remove the project").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(row(page, "projects:list", key)).hasCount(0);
        assertThat(neighbour.api().get(neighbour.workspace().path("/projects")).each("key"))
                .containsExactly(neighbour.key());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsWhatRolesMayDoAndWhatTheServerIsSetTo() {
        Page page = open("roles");
        Locator cells =
                row(page, "list", "Make and change components and issues").locator("td");
        assertThat(cells.nth(1)).containsText("May not");
        assertThat(cells.nth(5)).not().containsText("not");

        page.navigate(world.strata().server().uri() + "/admin/settings.xhtml");
        assertThat(row(page, "list", "STRATA_PUBLIC_URL")).containsText("environment");
        Locator password = row(page, "list", "STRATA_NEO4J_PASSWORD");
        assertThat(password).containsText("secret");
        assertThat(page.content()).doesNotContain(world.strata().neo4j().password());
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void keepsNobodyOut(String theme) {
        String server = world.strata().server().uri().toString();
        TestProject project = world.workspace().project();
        Page page = open("workspaces");
        page.context().addCookies(List.of(new Cookie("strata_theme", theme).setUrl(server)));
        WorkspaceTab tab = new WorkspaceTab(page, server);

        page.navigate(server + "/admin/workspaces.xhtml");
        page.locator("[id='workspaces:search']").pressSequentially(name(project));
        assertThat(page.locator("[id='workspaces:list'] tbody tr")).hasCount(1);
        page.getByTitle("Members").click();
        assertThat(page.locator("[id='membersPanel'] h2")).hasText("Members of " + name(project));
        tab.mustBeAccessible();

        page.navigate(server + "/admin/projects.xhtml");
        choose(page, "projects:workspace", name(project));
        row(page, "projects:list", project.key())
                .getByTitle("Workflow and cycles")
                .click();
        page.locator("[id='workflow:statuses:0:everywhere']").uncheck();
        assertThat(page.locator("[id='workflow:statuses:0:targets']")).isVisible();
        page.locator("[id='workflow:statuses:5:remove']").click();
        assertThat(page.locator("[id='workflow'] .field select")).isVisible();
        tab.mustBeAccessible();

        for (String screen : List.of("roles", "settings")) {
            page.navigate(server + "/admin/" + screen + ".xhtml");
            assertThat(page.locator("[id='list']")).isVisible();
            tab.mustBeAccessible();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private Page open(String screen) {
        Page page = browser.visitor();
        page.navigate(world.strata().server().uri() + "/login.xhtml");
        assertThat(page.locator("[id='signIn:handle']")).isFocused();
        page.locator("[id='signIn:handle']").fill(world.strata().administratorHandle());
        page.locator("[id='signIn:password']").fill(world.strata().administratorPassword());
        page.locator("[id='signIn:submit']").click();
        page.waitForURL(url -> !url.contains("/login.xhtml"));
        page.navigate(world.strata().server().uri() + "/admin/" + screen + ".xhtml");
        return page;
    }

    private static Locator row(Page page, String table, String text) {
        return page.locator("[id='" + table + "'] tbody tr").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Chooses from a menu once it is open: a click while it opens is lost. */
    private static void choose(Page page, String menu, String choice) {
        Locator label = page.locator("[id='" + menu + "_label']");
        label.click();
        assertThat(label).hasAttribute("aria-expanded", "true");
        page.locator("[id='" + menu + "_panel'] li")
                .filter(new Locator.FilterOptions().setHasText(choice))
                .click();
        assertThat(label).hasText(choice);
    }

    private static String name(TestProject project) {
        return project.api().get(project.workspace().path("")).text("name");
    }
}
