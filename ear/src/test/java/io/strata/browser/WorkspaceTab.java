package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.strata.testing.Account;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.List;
import java.util.Set;

/** A tab of the browser in which somebody works in the workspace. */
record WorkspaceTab(Page page, String server) {

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** The administrator's tab, signed in by the sign-in page, on the page that leads to from there. */
    static WorkspaceTab signIn(World world, Browser browser, String theme, String address) {
        return signIn(
                world,
                browser,
                theme,
                address,
                world.strata().administratorHandle(),
                world.strata().administratorPassword());
    }

    /** A tab of somebody with an account. */
    static WorkspaceTab signIn(World world, Browser browser, Account account, String address) {
        return signIn(world, browser, "dark", address, account.handle(), account.password());
    }

    private static WorkspaceTab signIn(
            World world, Browser browser, String theme, String address, String handle, String password) {
        String server = world.strata().server().uri().toString();
        Page page = browser.visitor();
        page.context().addCookies(List.of(new Cookie("strata_theme", theme).setUrl(server)));
        WorkspaceTab tab = new WorkspaceTab(page, server);
        tab.go(address);
        assertThat(page.locator("[id='signIn:handle']")).isFocused();
        page.locator("[id='signIn:handle']").fill(handle);
        page.locator("[id='signIn:password']").fill(password);
        page.locator("[id='signIn:submit']").click();
        page.waitForURL(url -> !url.contains("/login.xhtml"));
        return tab;
    }

    /** The address of a view of a project. */
    static String view(TestProject project, String view) {
        return "/app/p/" + project.key() + "/" + view;
    }

    void go(String address) {
        page.navigate(server + address);
    }

    /** The row of a list or a tree that has a text in it. */
    Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Presses keys one after the other. */
    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Answers an open menu with what is found by a text; nothing else opens then. */
    void choose(String text) {
        chooseFirst(text);
        assertThat(page.locator("dialog[open]")).hasCount(0);
    }

    /** Answers an open menu with what is found by a text; another menu opens then. */
    void chooseFirst(String text) {
        Locator field = page.locator("dialog[open] [role=combobox]");
        assertThat(field).isFocused();
        field.fill(text);
        Locator options = page.locator("dialog[open]").getByRole(AriaRole.OPTION);
        assertThat(options.first()).containsText(text);
        press("Enter");
    }

    /** The message in the corner. */
    Locator message(String text) {
        return page.locator(".toast").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** The panel beside the view. */
    Locator panel() {
        return page.locator("aside.focus");
    }

    /** Requires that nothing on the page keeps somebody out (WCAG 2.2 AA, as far as a program can tell). */
    void mustBeAccessible() {
        List<String> grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(violation -> GRAVE.contains(violation.getImpact()))
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().get(0).getHtml() + " "
                                + violation.getNodes().get(0).getFailureSummary())
                        .toList();
        assertThat(grave).as(page.url()).isEmpty();
    }

    /** A property of a node as the server has it. */
    static String stored(Api api, Object node, String property) {
        return api.get("/nodes/" + node)
                .mustBe(200)
                .json()
                .getJsonObject("node")
                .getString(property, null);
    }
}
