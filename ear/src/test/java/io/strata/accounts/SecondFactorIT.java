package io.strata.accounts;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.Account;
import io.strata.testing.Account.Authenticator;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.World;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class SecondFactorIT {

    private final World world;
    private final Account account;
    private final Api api;

    SecondFactorIT(World world) {
        this.world = world;
        this.account = world.account();
        this.api = account.api();
    }

    @AfterEach
    void forgive() {
        world.stores().sql("delete from throttle");
    }

    @Test
    void asksForACodeOnceItHasBeenConfirmed() {
        Answer offer = api.post("/account/second-factor", object("password", account.password()))
                .mustBe(200);
        assertThat(offer.text("uri"))
                .startsWith("otpauth://totp/Strata:" + account.handle())
                .contains("secret=" + offer.text("secret"), "issuer=Strata");
        account.signIn().mustBe(200);

        Authenticator authenticator = account.secondFactor(api);

        assertThat(authenticator.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(account.signIn().mustBe(401).errorCode()).isEqualTo("second_factor_required");
        assertThat(account.signIn("wrong", authenticator.nextCode()).mustBe(401).errorCode())
                .isEqualTo("unauthenticated");
        account.signIn(account.password(), authenticator.nextCode()).mustBe(200);
        assertThat(api.get("/account").mustBe(200).json().getBoolean("second_factor"))
                .isTrue();
        assertThat(account.auditedActions()).contains("second_factor.enabled", "session.refused");
    }

    @Test
    void takesEachCodeOnce() {
        Authenticator authenticator = account.secondFactor(api);
        String code = authenticator.nextCode();

        account.signIn(account.password(), code).mustBe(200);

        assertThat(account.signIn(account.password(), code).mustBe(401).errorCode())
                .isEqualTo("second_factor_required");
    }

    @Test
    void takesACodeOnceAlsoWhenItComesManyTimesTogether() throws Exception {
        Authenticator authenticator = account.secondFactor(api);
        String code = authenticator.nextCode();

        List<Integer> statuses = AtOnce.run(Collections.nCopies(
                4, () -> account.signIn(account.password(), code).status()));

        assertThat(statuses).containsOnlyOnce(200);
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        Authenticator authenticator = account.secondFactor(api);
        String code = authenticator.recoveryCodes().get(3);

        account.signIn(
                        account.password(),
                        code.toUpperCase(java.util.Locale.ROOT).replace("-", " "))
                .mustBe(200);

        account.signIn(account.password(), code).mustBe(401);
        account.signIn(account.password(), authenticator.recoveryCodes().get(4)).mustBe(200);
        assertThat(api.get("/account").json().getInt("recovery_codes_left")).isEqualTo(8);
        assertThat(account.auditedActions()).contains("second_factor.recovery_code_used");
    }

    @Test
    void keepsNeitherTheSecretNorTheRecoveryCodesReadable() {
        Authenticator authenticator = account.secondFactor(api);

        String rows = world.stores()
                .rows(
                        "select encode(f.sealed_secret, 'escape'), encode(c.code_hash, 'escape') from second_factor f"
                                + " join recovery_code c on c.actor_id = f.actor_id where f.actor_id = ?",
                        account.id())
                .toString();

        assertThat(rows).doesNotContain(authenticator.secret()).doesNotContain(authenticator.recoveryCodes());
        assertThat(account.audit().toString())
                .doesNotContain(authenticator.secret())
                .doesNotContain(authenticator.recoveryCodes());
    }

    @Test
    void slowsDownGuessingACode() {
        Authenticator authenticator = account.secondFactor(api);
        for (int i = 0; i <= 5; i++) {
            account.signIn(account.password(), "recovery-code-made-up-" + i).mustBe(401);
        }

        account.signIn(account.password(), authenticator.nextCode()).mustBe(429);
    }

    @Test
    void isSwitchedOffWithPasswordAndCode() {
        Authenticator authenticator = account.secondFactor(api);

        assertThat(disable("wrong", authenticator.nextCode()).mustBe(422).wrongFields())
                .containsExactly("password");
        assertThat(disable(account.password(), "000").mustBe(422).wrongFields()).containsExactly("code");
        assertThat(disable(account.password(), null).mustBe(422).wrongFields()).containsExactly("code");
        account.signIn().mustBe(401);
        disable(account.password(), authenticator.nextCode()).mustBe(204);

        account.signIn().mustBe(200);
        disable(account.password(), "000000").mustBe(409);
        assertThat(account.auditedActions()).contains("second_factor.disabled");
    }

    @Test
    void replacesTheRecoveryCodes() {
        Authenticator authenticator = account.secondFactor(api);

        Answer renewed = api.post(
                        "/account/second-factor/recovery-codes",
                        object("password", account.password(), "code", authenticator.nextCode()))
                .mustBe(200);

        assertThat(renewed.json().getJsonArray("recovery_codes")).hasSize(10);
        account.signIn(account.password(), authenticator.recoveryCodes().get(0)).mustBe(401);
        account.signIn(
                        account.password(),
                        renewed.json().getJsonArray("recovery_codes").getString(0))
                .mustBe(200);
    }

    @Test
    void needsThePasswordAndARightCodeToBeSetUp() {
        assertThat(api.post("/account/second-factor", object("password", "wrong"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("password");
        api.post("/account/second-factor/confirm", object("code", "123456")).mustBe(409);
        api.post("/account/second-factor", object("password", account.password()))
                .mustBe(200);
        assertThat(api.post("/account/second-factor/confirm", object("code", "wrong"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("code");
        account.signIn().mustBe(200);
        world.anonymous()
                .post("/account/second-factor", object("password", "x"))
                .mustBe(401);
    }

    @Test
    void isNotReplacedBehindItsOwnersBack() {
        account.secondFactor(api);

        api.post("/account/second-factor", object("password", account.password()))
                .mustBe(409);
    }

    @Test
    void isTakenAwayByAnAdministratorOnly() {
        account.secondFactor(api);
        String path = "/actors/" + account.id() + "/reset-second-factor";

        api.post(path).mustBe(403);
        account.signIn().mustBe(401);
        world.administrator().post(path).mustBe(200);

        account.signIn().mustBe(200);
        world.administrator().post(path).mustBe(409);
        assertThat(account.auditedActions()).contains("second_factor.reset");
    }

    private Answer disable(String password, String code) {
        return api.post("/account/second-factor/disable", object("password", password, "code", code));
    }
}
