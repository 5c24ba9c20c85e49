package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.strata.documents.SampleFiles;
import io.strata.reconciliation.Defects;
import io.strata.reconciliation.Passes;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class ScreensIT {

    private static final double PATIENCE_MILLIS = 180_000;
    private static final List<String> SCREENS = List.of(
            "overview",
            "documents",
            "findings",
            "executions",
            "transactions",
            "rules",
            "approvals",
            "webhooks",
            "limits",
            "workspaces",
            "projects",
            "roles",
            "people",
            "groups",
            "agents",
            "tokens",
            "audit",
            "settings");

    private final World world;
    private final Browser browser = new Browser();

    ScreensIT(World world) {
        this.world = world;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @Test
    void findsADocumentThatWasUploadedAndClassified() {
        TestProject project = world.project();
        project.api()
                .post(
                        project.workspace().path("/topics"),
                        object("name", "Rocketry", "description", "Rockets, engines, propellants, orbits and launches"))
                .mustBe(201);
        String title = World.word();
        byte[] pdf = SampleFiles.pdf("The rocket engine burns methane and oxygen to reach orbit");
        Page page = signIn();

        page.navigate(address("/admin/documents.xhtml"));
        page.locator("[id='openUpload']").click();
        choose(page, "upload:workspace", name(project));
        page.locator("[id='upload:files_input']")
                .setInputFiles(new FilePayload(title + ".pdf", "application/pdf", pdf));
        await("the upload")
                .until(() -> project.api()
                                .get(project.workspace().path("/documents"))
                                .items()
                                .size()
                        == 1);
        page.navigate(address("/admin/documents.xhtml"));
        page.locator("[id='documents:title']").pressSequentially(title);

        Locator row =
                page.locator("[id='documents:list'] tbody tr").filter(new Locator.FilterOptions().setHasText(title));
        assertThat(row).containsText("Rocketry", patiently());
        assertThat(row).containsText("Ready");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void showsEveryScreenWithoutAComplaint(String theme) {
        world.project().issue("Something to show");
        Page page = signIn();
        page.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("strata_theme", theme)
                        .setUrl(world.strata().server().uri().toString())));

        for (String screen : SCREENS) {
            page.navigate(address("/admin/" + screen + ".xhtml"));
            assertThat(page).hasURL(Pattern.compile(".*/admin/" + screen + "\\.xhtml"));
            assertThat(page.locator("html")).hasAttribute("data-theme", theme);
            assertThat(page.locator("h1").first()).isVisible();
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.LOAD);
        }
        page.navigate(address("/api-docs/"));
        assertThat(page.locator(".opblock").first()).isVisible();

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsWhatARepairWouldChangeAndRepairs() {
        String id = new Defects(world, world.project()).statusDisagrees();
        new Passes(world).run();
        Page page = signIn();
        page.navigate(address("/admin/findings.xhtml"));
        page.locator("[id='findings:text']").pressSequentially(id);

        Locator row = page.locator("[id='findings:list'] tbody tr").filter(new Locator.FilterOptions().setHasText(id));
        assertThat(row).containsText("Status against the audit log");
        row.getByTitle("Details").click();
        Locator details = page.locator("[id='details']");
        assertThat(details.locator("tr.differs").first()).isVisible();
        assertThat(details.locator(".history")).containsText("Found");
        details.locator("li")
                .filter(new Locator.FilterOptions().setHasText("Adopt the database"))
                .getByText("Preview")
                .click();
        Locator preview = page.locator("[id='preview']");
        assertThat(preview.locator(".before")).containsText("done");
        assertThat(preview.locator(".after")).containsText("backlog");
        preview.locator("[id='repair:apply']").click();

        assertThat(page.locator("[id='findings:list']")).containsText("The stores agree");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void repairsTheChosenFindingsTogether() {
        Defects defects = new Defects(world, world.project());
        List<String> ids = List.of(defects.statusDisagrees(), defects.statusDisagrees());
        Passes passes = new Passes(world);
        passes.run();
        Page page = signIn();
        page.navigate(address("/admin/findings.xhtml"));

        for (String id : ids) {
            page.locator("[id='findings:list'] tbody tr")
                    .filter(new Locator.FilterOptions().setHasText(id))
                    .locator("input[type=checkbox]")
                    .check();
        }
        assertThat(page.locator(".bulk")).containsText("2 chosen");
        page.locator(".bulk").getByText("Ignore").click();
        assertThat(page.locator("[id='preview'] .previews li")).hasCount(2);
        page.locator("[id='repair:apply']").click();

        await("both set aside")
                .until(() -> ids.stream()
                        .allMatch(id ->
                                passes.find("status_disagrees", id, "ignored").isPresent()));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsWhoChangedWhatAndThatTheChainIsIntact() {
        TestProject project = world.project();
        Answer issue = project.issue("Before the change");
        project.api()
                .patch("/nodes/" + issue.id(), object("title", "After the change"))
                .mustBe(200);
        Page page = signIn();
        page.navigate(address("/admin/audit.xhtml"));

        page.locator("[id='audit:subject']").pressSequentially(issue.text("id"));
        Locator rows = page.locator("[id='audit:entries'] tbody tr");
        assertThat(rows).hasCount(2);
        page.locator("[id='audit:action']").pressSequentially("node.changed");
        assertThat(rows).hasCount(1);
        rows.getByTitle("Details").click();
        Locator difference = page.locator("[id='details'] tr.differs");
        assertThat(difference).containsText("Before the change");
        assertThat(difference).containsText("After the change");
        page.keyboard().press("Escape");
        assertThat(page.locator("a[download]").first())
                .hasAttribute("href", Pattern.compile(".*format=jsonl&action=node.changed&subject_id=" + issue.id()));
        page.getByText("Verify the chain").click();

        assertThat(page.locator("[id='chain:state'] .pill"))
                .hasText("Intact", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void givesSomebodyALimitAndTakesItAway() {
        Person person = world.person();
        Page page = signIn();
        page.navigate(address("/admin/limits.xhtml"));
        page.locator("[id='limits:new']").click();

        page.locator("[id='draft-form:handle']").fill("nobody-of-this-name");
        page.locator("[id='draft-form:perMinute']").fill("12345");
        page.locator("[id='draft-form:save']").click();
        assertThat(page.locator("[id='draft-form']")).containsText("names nobody");
        page.locator("[id='draft-form:handle']").fill(person.handle());
        page.locator("[id='draft-form:perMinute']").fill("12345");
        page.locator("[id='draft-form:save']").click();
        assertThat(page.locator(".ui-growl")).containsText("The limit holds from now on");

        Locator row =
                page.locator("[id='limits:list'] tr").filter(new Locator.FilterOptions().setHasText(person.handle()));
        assertThat(row).containsText("12345");
        row.getByTitle("Take the limit away").click();
        assertThat(row).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void makesARuleAndSaysWhyItDecides() {
        world.workspace();
        TestProject project = world.project();
        String part = project.component("Secret part").text("short_id");
        Person viewer = project.workspace().join("VIEWER");
        Page page = signIn();
        page.navigate(address("/admin/rules.xhtml"));

        choose(page, "rules:workspace", name(project));
        assertThat(page.locator("[id='rules:list']")).containsText("No rules in this workspace");
        page.locator("[id='rules:new']").click();
        choose(page, "draft-form:role", "viewer");
        page.locator("[id='draft-form:node']").fill(part);
        page.locator("[id='draft-form:reason']").fill("Not announced yet");
        page.locator("[id='draft-form:save']").click();
        assertThat(page.locator(".ui-growl")).containsText("The rule counts from now on");
        assertThat(page.locator("[id='rules:list']")).containsText("Not announced yet");

        page.locator("[id='why:asked-actor']").fill(viewer.handle());
        page.locator("[id='why:asked-node']").fill(part);
        page.locator("[id='why:ask']").click();
        assertThat(page.locator("[id='why:answer']")).containsText(viewer.handle() + " may not read " + part);
        world.as(viewer).get("/nodes/" + part).mustBe(404);

        page.locator("[id='rules:list']").getByTitle("Remove the rule").click();
        assertThat(page.locator("[id='rules:list']")).containsText("No rules in this workspace");
        world.as(viewer).get("/nodes/" + part).mustBe(200);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void makesAGroupAndARuleForIt() {
        TestProject project = world.project();
        String part = project.component("Secret part").text("short_id");
        Person person = world.person();
        Page page = signIn();
        page.navigate(address("/admin/groups.xhtml"));

        choose(page, "groups:workspace", name(project));
        assertThat(page.locator("[id='groups:list']")).containsText("No groups in this workspace");
        page.locator("[id='groups:new']").click();
        page.locator("[id='groupForm:save']").click();
        assertThat(page.locator("[id='groupForm']")).containsText("Name is required");
        page.locator("[id='groupForm:name']").fill("Crew");
        choose(page, "groupForm:role", "viewer");
        page.locator("[id='groupForm:save']").click();
        assertThat(page.locator("[id='groupDialog']")).isHidden();
        assertThat(page.locator("[id='groups:list']")).containsText("Crew");
        page.locator("[id='groups:list']").getByTitle("Members").click();
        page.locator("[id='members:handle']").fill("nobody-at-all");
        page.locator("[id='members:add']").click();
        assertThat(page.locator("[id='members']")).containsText("names nobody");
        page.locator("[id='members:handle']").fill(person.handle());
        page.locator("[id='members:add']").click();
        assertThat(page.locator("[id='members:list']")).containsText(person.handle());
        world.as(person).get("/nodes/" + part).mustBe(200);

        page.navigate(address("/admin/rules.xhtml"));
        choose(page, "rules:workspace", name(project));
        page.locator("[id='rules:new']").click();
        choose(page, "draft-form:group", "Crew");
        page.locator("[id='draft-form:node']").fill(part);
        page.locator("[id='draft-form:save']").click();
        assertThat(page.locator("[id='rules:list']")).containsText("the group Crew");
        world.as(person).get("/nodes/" + part).mustBe(404);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void makesAnAgentAndGivesItAToken() {
        TestProject project = world.project();
        Answer part = project.component("Part");
        String handle = "agent-" + World.word();
        Page page = signIn();
        page.navigate(address("/admin/agents.xhtml"));

        choose(page, "agents:workspace", name(project));
        assertThat(page.locator("[id='agents:list']")).containsText("No agents in this workspace");
        page.locator("[id='agents:new']").click();
        page.locator("[id='agentForm:handle']").fill(handle);
        page.locator("[id='agentForm:save']").click();
        assertThat(page.locator("[id='agentForm']")).containsText("Name is required");
        page.locator("[id='agentForm:displayName']").fill("Worker");
        page.locator("[id='agentForm:save']").click();
        assertThat(page.locator("[id='agentDialog']")).isHidden();
        assertThat(page.locator("[id='agents:list']")).containsText("Worker");

        page.locator("[id='agents:list']").getByTitle("Tokens").click();
        assertThat(page.locator("[id='desk']")).containsText("Tokens of " + handle);
        page.locator("[id='tokens:newToken']").click();
        page.locator("[id='tokenForm:name']").fill("Part only");
        page.locator("[id='tokenForm:nodes']").fill(part.text("short_id"));
        page.locator("[id='tokenForm:save']").click();
        assertThat(page.locator("[id='tokenDialog']")).isHidden();
        Api agent = world.with(page.locator("#tokenSecret").textContent());
        agent.get("/nodes/" + part.id()).mustBe(200);
        agent.get("/nodes/" + project.rootId()).mustBe(404);

        page.navigate(address("/admin/tokens.xhtml"));
        Locator row =
                page.locator("[id='tokens:list'] tbody tr").filter(new Locator.FilterOptions().setHasText(handle));
        assertThat(row).containsText(part.text("short_id"));
        row.getByTitle("Revoke").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(row).containsText("Revoked");
        agent.get("/auth/me").mustBe(401);
        page.navigate(address("/admin/agents.xhtml"));
        choose(page, "agents:workspace", name(project));
        page.locator("[id='agents:list']").getByTitle("Deactivate").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("[id='agents:list']")).containsText("Inactive");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void approvesAndRejectsWhatAgentsWantToDo() {
        TestProject project = world.project();
        Person agent = project.workspace().join("MEMBER");
        world.stores().sql("update actor set kind = 'agent' where id = ?", agent.id());
        Answer part = project.component("Old part");
        project.create("issue", "Old work", part.id());
        Answer needed = project.issue("Still needed");
        world.as(agent).delete("/nodes/" + part.id()).mustBe(202);
        world.as(agent).delete("/nodes/" + needed.id()).mustBe(202);
        Page page = signIn();
        page.navigate(address("/admin/approvals.xhtml"));

        Locator rows = page.locator("[id='approvals:list'] tbody tr");
        Locator deletion = rows.filter(new Locator.FilterOptions().setHasText(part.text("short_id")));
        assertThat(deletion).containsText(agent.handle());
        deletion.getByTitle("Details").click();
        assertThat(page.locator("[id='decision:effects']")).containsText("Old work");
        page.locator("[id='decision:approve']").click();
        assertThat(page.locator(".ui-growl")).containsText("Done on behalf of " + agent.handle());
        assertThat(deletion).hasCount(0);
        project.api().get("/nodes/" + part.id()).mustBe(404);
        page.keyboard().press("Escape");
        assertThat(page.locator("[id='decision:effects']")).isHidden();

        rows.filter(new Locator.FilterOptions().setHasText(needed.text("short_id")))
                .getByTitle("Details")
                .click();
        assertThat(page.locator("[id='decision:effects']")).containsText("Still needed");
        page.locator("[id='decision:reason']").fill("We still need it");
        page.locator("[id='decision:reject']").click();
        assertThat(page.locator("[id='decision']")).containsText("We still need it");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText(needed.text("short_id"))))
                .hasCount(0);
        project.api().get("/nodes/" + needed.id()).mustBe(200);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsNoScreenToWhoHasNotSignedIn() {
        Page page = browser.visitor();

        page.navigate(address("/admin/documents.xhtml"));

        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
    }

    @Test
    void refusesAWrongPasswordInWords() {
        Page page = browser.visitor();
        page.navigate(address("/login.xhtml"));

        submit(page, "wrong");

        assertThat(page.locator("[id='signIn:messages']")).containsText("wrong");
        assertThat(page).hasURL(Pattern.compile(".*/login\\.xhtml.*"));
    }

    private Page signIn() {
        Page page = browser.visitor();
        page.navigate(address("/login.xhtml"));
        submit(page, world.strata().administratorPassword());
        page.waitForURL(url -> !url.contains("/login.xhtml"));
        return page;
    }

    /** The page puts the cursor into the first field once it is ready; what is typed while it does would land there. */
    private void submit(Page page, String password) {
        assertThat(page.locator("[id='signIn:handle']")).isFocused();
        page.locator("[id='signIn:handle']").fill(world.strata().administratorHandle());
        page.locator("[id='signIn:password']").fill(password);
        page.locator("[id='signIn:submit']").click();
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

    private String name(TestProject project) {
        return project.api().get(project.workspace().path("")).text("name");
    }

    private String address(String path) {
        return world.strata().server().uri() + path;
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
    }
}
