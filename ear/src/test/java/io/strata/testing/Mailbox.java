package io.strata.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The mail server of the tests: takes what the account of Strata hands in, and keeps it. */
public final class Mailbox implements AutoCloseable {

    private static final String USER = "strata";
    private static final String PASSWORD = "mail-secret";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig()
                    .withUser(USER, PASSWORD));

    private Mailbox() {}

    static Mailbox open() {
        Mailbox mailbox = new Mailbox();
        mailbox.server.start();
        return mailbox;
    }

    /** What Strata has to be told to send its mail here. */
    Map<String, String> settings() {
        return Map.of(
                "STRATA_MAIL_HOST",
                "127.0.0.1",
                "STRATA_MAIL_PORT",
                Integer.toString(server.getSmtp().getPort()),
                "STRATA_MAIL_STARTTLS",
                "false",
                "STRATA_MAIL_USER",
                USER,
                "STRATA_MAIL_PASSWORD",
                PASSWORD,
                "STRATA_MAIL_FROM",
                "strata@example.org");
    }

    /** Waits for a mail to an address, and gives its text. */
    public String textTo(String address) {
        Awaitility.await("a mail to " + address).until(() -> count(address) > 0);
        return to(address).map(GreenMailUtil::getBody).findFirst().orElseThrow();
    }

    /** How many mails have come for an address. */
    public long count(String address) {
        return to(address).count();
    }

    private Stream<MimeMessage> to(String address) {
        return Stream.of(server.getReceivedMessages()).filter(message -> isTo(message, address));
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
