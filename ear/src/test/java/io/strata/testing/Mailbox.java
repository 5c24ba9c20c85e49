package io.strata.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
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

    private GreenMail server;

    private Mailbox(GreenMail server) {
        this.server = server;
    }

    static Mailbox open() {
        return new Mailbox(serverOn(0));
    }

    /**
     * Starts a server.
     *
     * @param port a free one is taken for 0
     */
    private static GreenMail serverOn(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser(USER, PASSWORD));
        server.start();
        return server;
    }

    /** Lets nobody hand in anything while something happens; what has arrived before is forgotten. */
    public void whileAway(Runnable happening) {
        int port = server.getSmtp().getPort();
        server.stop();
        try {
            happening.run();
        } finally {
            server = serverOn(port);
        }
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
