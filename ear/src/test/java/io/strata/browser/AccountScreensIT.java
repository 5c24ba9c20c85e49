package io.strata.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.strata.testing.Account;
import io.strata.testing.Account.Authenticator;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Api;
import io.strata.testing.World;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class AccountScreensIT {

    private static final Pattern SIGN_IN_PAGE = Pattern.compile(".*/login\\.xhtml.*");

    private final World world;
    private final Browser browser = new Browser();

    AccountScreensIT(World world) {
        this.world = world;
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
        world.stores().sql("delete from throttle");
    }

    @Test
    void setsUpASecondFactorAndSignsInWithIt() {
        Account account = world.account();
        Page page = signIn(account.handle(), account.password());
        page.navigate(address("/account.xhtml"));

        page.locator("[id='factor:password']").fill("wrong");
        page.locator("[id='factor:begin']").click();
        assertThat(page.locator("[id='factor']")).containsText("Password is wrong");
        page.locator("[id='factor:password']").fill(account.password());
        page.locator("[id='factor:begin']").click();
        assertThat(page.locator(".qr")).isVisible();
        String secret = page.locator("#secretText").textContent();
        Authenticator authenticator = new Authenticator(account, secret, List.of());
        page.locator("[id='enrolment:code']").fill(authenticator.code());
        page.locator("[id='enrolment:confirm']").click();
        assertThat(page.locator(".codes li")).hasCount(10);
        String recoveryCode = page.locator(".codes li").first().textContent();
        page.locator("[id='codes:kept']").click();
        assertThat(page.locator("[id='secondFactor']")).containsText("10 recovery codes left");
        page.locator("[id='person:signOut']").click();
        assertThat(page).hasURL(SIGN_IN_PAGE);

        submit(page, account.handle(), account.password());
        page.locator("[id='signIn:code']").fill("000000");
        page.locator("[id='signIn:submit']").click();
        assertThat(page.locator("[id='signIn:messages']")).containsText("code is wrong");
        page.locator("[id='signIn:code']").fill(authenticator.nextCode());
        page.locator("[id='signIn:submit']").click();
        page.waitForURL(url -> !url.contains("/login.xhtml"));

        Page elsewhere = browser.visitor();
        elsewhere.navigate(address("/login.xhtml"));
        submit(elsewhere, account.handle(), account.password());
        elsewhere.locator("[id='signIn:code']").fill(recoveryCode);
        elsewhere.locator("[id='signIn:submit']").click();
        elsewhere.waitForURL(url -> !url.contains("/login.xhtml"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void makesAPersonWhoChoosesAPassword() {
        String handle = World.word();
        Page page = signIn(world.strata().administratorHandle(), world.strata().administratorPassword());
        page.navigate(address("/admin/people.xhtml"));

        page.locator("[id='add:open']").click();
        // Once the dialog is open it takes the focus to its first field, whatever is being typed elsewhere.
        assertThat(page.locator("[id='personForm:handle']")).isFocused();
        page.locator("[id='personForm:handle']").fill("no handle");
        page.locator("[id='personForm:displayName']").fill("Ada Lovelace");
        page.locator("[id='personForm:save']").click();
        assertThat(page.locator("[id='personForm']")).containsText("Handle must be 2 to 40");
        assertThat(page.locator("[id='personForm:handle']")).hasValue("no handle");
        page.locator("[id='personForm:handle']").fill(handle);
        page.locator("[id='personForm:email']").fill(handle + "@example.com");
        page.locator("[id='personForm:save']").click();
        assertThat(page.locator("[id='personDialog']")).isHidden();
        page.locator("[id='people:search']").pressSequentially(handle);
        Locator row =
                page.locator("[id='people:list'] tbody tr").filter(new Locator.FilterOptions().setHasText(handle));
        assertThat(row).containsText("Ada Lovelace");
        row.getByTitle("Link to a new password").click();
        String link = page.locator("#resetLink").getAttribute("href");

        Page ada = browser.visitor();
        ada.navigate(link);
        ada.locator("[id='reset:password']").fill("short");
        ada.locator("[id='reset:submit']").click();
        assertThat(ada.locator("[id='reset']")).containsText("Password must have at least 10 characters");
        ada.locator("[id='reset:password']").fill("chosen by herself");
        ada.locator("[id='reset:submit']").click();
        assertThat(ada.locator("[id='reset']")).containsText("Your password has been set");
        ada.navigate(address("/login.xhtml"));
        submit(ada, handle, "chosen by herself");
        ada.waitForURL(url -> !url.contains("/login.xhtml"));

        page.navigate(address("/admin/people.xhtml"));
        page.locator("[id='people:search']").pressSequentially(handle);
        row.getByTitle("Deactivate").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(row).containsText("Inactive");
        ada.navigate(address("/account.xhtml"));
        assertThat(ada).hasURL(SIGN_IN_PAGE);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysHowMuchAPersonMayKeep() {
        String handle = world.account().handle();
        Page page = signIn(world.strata().administratorHandle(), world.strata().administratorPassword());
        page.navigate(address("/admin/people.xhtml"));
        page.locator("[id='people:search']").pressSequentially(handle);
        Locator row =
                page.locator("[id='people:list'] tbody tr").filter(new Locator.FilterOptions().setHasText(handle));

        row.getByTitle("Change").click();
        assertThat(page.locator("[id='personForm:displayName']")).isFocused();
        assertThat(page.locator("[id='personForm:quota']")).hasValue("");
        assertThat(page.locator("[id='personForm']")).containsText("0 MB are used");
        page.locator("[id='personForm:quota']").fill("250");
        page.locator("[id='personForm:save']").click();
        assertThat(page.locator("[id='personDialog']")).isHidden();
        page.reload();
        page.locator("[id='people:search']").pressSequentially(handle);
        row.getByTitle("Change").click();

        assertThat(page.locator("[id='personForm:quota']")).hasValue("250");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void makesATokenAndRevokesIt() {
        Account account = world.account();
        Page page = signIn(account.handle(), account.password());
        page.navigate(address("/account.xhtml"));
        assertThat(page.locator("[id='tokens:list']")).containsText("No tokens");

        page.locator("[id='tokens:newToken']").click();
        page.locator("[id='tokenForm:save']").click();
        assertThat(page.locator("[id='tokenForm']")).containsText("Name is required");
        page.locator("[id='tokenForm:name']").fill("Nightly report");
        page.locator("[id='tokenForm:expiresInDays']").fill("30");
        page.locator("[id='tokenForm:actions']").getByText("node read").click();
        page.locator("[id='tokenForm:dailyChanges']").fill("10");
        page.locator("[id='tokenForm:save']").click();
        assertThat(page.locator("[id='tokenDialog']")).isHidden();
        String secret = page.locator("#tokenSecret").textContent();
        assertThat(page.locator("[id='tokens:list']")).containsText("Nightly report");
        assertThat(page.locator("[id='tokens:list']")).containsText("0 of 10");
        Api script = world.with(secret);
        assertThat(script.get("/auth/me").mustBe(200).text("handle")).isEqualTo(account.handle());
        page.reload();
        assertThat(page.locator("[id='tokens:list']")).containsText("Nightly report");
        assertThat(page.locator("#tokenSecret")).hasCount(0);

        page.locator("[id='tokens:list']").getByTitle("Revoke").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("[id='tokens:list']")).containsText("Revoked");
        script.get("/auth/me").mustBe(401);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void signsUpAndIsSignedInSomewhere() {
        String handle = World.word();
        Page page = browser.visitor();
        page.navigate(address("/login.xhtml"));
        page.getByText("Create an account").click();

        page.locator("[id='signUp:handle']").fill(handle);
        page.locator("[id='signUp:displayName']").fill("Ada");
        page.locator("[id='signUp:email']").fill(handle + "@example.com");
        page.locator("[id='signUp:password']").fill(handle + " again");
        page.locator("[id='signUp:submit']").click();
        assertThat(page.locator("[id='signUp']")).containsText("Password must not contain the handle");
        page.locator("[id='signUp:password']").fill("a good passphrase");
        page.locator("[id='signUp:submit']").click();
        assertThat(page.locator("[id='signUp']")).containsText("Your account is ready");
        page.locator("[id='signUp']")
                .getByText("Sign in", new Locator.GetByTextOptions().setExact(true))
                .click();
        submit(page, handle, "a good passphrase");
        page.waitForURL(url -> !url.contains("/login.xhtml"));

        page.navigate(address("/account.xhtml"));
        assertThat(page.locator("[id='signIns:list'] tbody tr")).containsText("This one");
        page.locator("[id='profile:displayName']").fill("Countess");
        page.locator("[id='profile:save']").click();
        assertThat(page.locator("[id='growl_container']")).containsText("Saved");
        page.locator("[id='signIns:endAll']").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page).hasURL(SIGN_IN_PAGE);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void asksForALinkToANewPassword() {
        Account account = world.account();
        Page page = browser.visitor();
        page.navigate(address("/login.xhtml"));
        page.getByText("Forgot your password?").click();

        page.locator("[id='forgotten:account']").fill(account.handle());
        page.locator("[id='forgotten:submit']").click();

        assertThat(page.locator("[id='forgotten']")).containsText("If there is such an account");
        world.mailbox().textTo(account.email());
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void showsItsPagesInBothThemes(String theme) {
        Account account = world.account();
        Page page = signIn(account.handle(), account.password());
        page.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("strata_theme", theme)
                        .setUrl(world.strata().server().uri().toString())));

        for (String screen : List.of("/account", "/sign-up", "/forgot-password", "/reset-password")) {
            page.navigate(address(screen + ".xhtml"));
            assertThat(page.locator("html")).hasAttribute("data-theme", theme);
            assertThat(page.locator("h1").first()).isVisible();
        }
        page.navigate(address("/admin/people.xhtml"));
        assertThat(page.locator("h1")).containsText(Pattern.compile("not|yours", Pattern.CASE_INSENSITIVE));
        assertThat(browser.complaints().stream().filter(complaint -> !complaint.contains("403")))
                .isEmpty();
    }

    private Page signIn(String handle, String password) {
        Page page = browser.visitor();
        page.navigate(address("/login.xhtml"));
        submit(page, handle, password);
        page.waitForURL(url -> !url.contains("/login.xhtml"));
        return page;
    }

    /** The page puts the cursor into the first field once it is ready; what is typed while it does would land there. */
    private static void submit(Page page, String handle, String password) {
        assertThat(page.locator("[id='signIn:handle']")).isFocused();
        page.locator("[id='signIn:handle']").fill(handle);
        page.locator("[id='signIn:password']").fill(password);
        page.locator("[id='signIn:submit']").click();
    }

    private String address(String path) {
        return world.strata().server().uri() + path;
    }
}
