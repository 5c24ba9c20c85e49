package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import io.strata.mail.Mail;
import io.strata.mail.MailQueue;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Changing one's own password, and getting a new one when the old one is forgotten. */
@ApplicationScoped
@Transactional
public class PasswordService {

    private static final int MAXIMUM_TOKEN_LENGTH = 200;
    private static final String SUBJECT = "Your new Strata password";
    private static final String TEXT = """
            Hello %s,

            somebody, most likely you, has asked for a new password for the account %s. Choose it here within half an hour:

            %s

            If it was not you, you need not do anything: nothing has changed.
            """;

    /**
     * What the audit says of a password.
     *
     * @param handle whose; {@code null} when there is no such account
     * @param endedSignIns how many sign-ins ended with the old password
     */
    public record PasswordChange(String handle, Integer endedSignIns, String address) {}

    @Inject
    Actors actors;

    @Inject
    PasswordProof proof;

    @Inject
    SignInLedger ledger;

    @Inject
    ResetLinks links;

    @Inject
    MailQueue mail;

    @Inject
    Throttle throttle;

    @Inject
    AuditLog audit;

    /**
     * Changes the caller's password and ends all their other sign-ins.
     *
     * @param current the sign-in that stays; {@code null} when none does
     */
    @Requires(Action.ACCOUNT_MANAGE)
    public void change(String currentPassword, String password, UUID current, Device device) {
        Actor actor = proof.require("current_password", currentPassword, device);
        PasswordRules.check(new Validation(), "password", password, actor.handle())
                .done();
        actor.changePassword(Passwords.hash(password));
        replaced(actor, current, CurrentCaller.require(), "password.changed", device);
    }

    /** Whether people can help themselves when they have forgotten their password. */
    @Open("tells what an operator has chosen")
    public boolean sendsLinks() {
        return mail.isConfigured() && !Settings.get(Setting.PUBLIC_URL).isEmpty();
    }

    /**
     * Sends a link to a new password to the address of an account. Whether there is such an account is not told, not even
     * by the time it takes: the same is done for one that does not exist, up to the mail that goes to nobody.
     *
     * @param account a handle or a mail address
     * @throws ProblemException conflict, when this installation cannot send links; rate limited, when too many were
     *     asked for
     */
    @Open("answers everybody alike")
    public void requestReset(String account, Device device) {
        new Validation().text("account", account, 320).done();
        if (!sendsLinks()) {
            throw ProblemException.conflict(
                    "This installation sends no mail. Ask an administrator for a link to a new password.");
        }
        Throttled asked = ThrottleRule.RESET_OF_ACCOUNT.of(account.strip());
        Throttled network = ThrottleRule.RESET_FROM_NETWORK.of(device.network());
        throttle.requireOpen(asked, network);
        throttle.count(asked, network);
        Optional<Actor> actor =
                actors.byHandleOrEmail(account).filter(Actor::active).filter(known -> known.email() != null);
        PasswordChange entry = new PasswordChange(actor.map(Actor::handle).orElse(null), null, device.address());
        CurrentCaller.runAs(
                Caller.system(),
                () -> audit.record(
                        "password.reset_requested",
                        "actor",
                        actor.map(Actor::id).orElse(null),
                        null,
                        null,
                        entry));
        mail.send(actor.map(this::mailWithLink).orElseGet(PasswordService::mailToNobody));
    }

    /**
     * Sets the password of whoever has a link, and ends all their sign-ins. The second factor stays as it is.
     *
     * @throws ProblemException validation, when the token is none, has been used or is too old, or the password too weak;
     *     a weak password does not use the token up
     */
    @Open("the token proves who the caller is")
    public void reset(String token, String password, Device device) {
        new Validation()
                .text("token", token, MAXIMUM_TOKEN_LENGTH)
                .present("password", password)
                .done();
        Actor actor = links.claim(token)
                .flatMap(actors::find)
                .filter(Actor::active)
                .orElseThrow(() -> ProblemException.validation(
                        "token", "is not valid: it has been used, or is older than half an hour"));
        PasswordRules.check(new Validation(), "password", password, actor.handle())
                .done();
        actor.changePassword(Passwords.hash(password));
        throttle.forget(ThrottleRule.ACCOUNT.of(actor.handle()));
        replaced(actor, null, actor.asCaller(), "password.reset", device);
    }

    private void replaced(Actor actor, UUID current, Caller by, String action, Device device) {
        int ended = ledger.endAll(actor.id(), current);
        links.forget(actor.id());
        PasswordChange entry = new PasswordChange(actor.handle(), ended, device.address());
        CurrentCaller.runAs(by, () -> audit.record(action, "actor", actor.id(), null, null, entry));
    }

    private Mail mailWithLink(Actor actor) {
        ResetLink link = links.make(actor);
        return new Mail(
                actor.email(),
                SUBJECT,
                TEXT.formatted(actor.displayName(), actor.handle(), link.url()),
                link.expiresAt());
    }

    private static Mail mailToNobody() {
        return new Mail(null, SUBJECT, TEXT, Instant.now());
    }
}
