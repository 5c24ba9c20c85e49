package io.strata.mail;

import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/**
 * Speaks to the mail server through the server's mail session, and is stricter than that: it waits for nothing without
 * end, sends nothing in clear when it was told to encrypt, and checks whom it speaks to.
 */
@ApplicationScoped
class MailTransport {

    private static final String PATIENCE_MILLIS = "20000";
    private static final String SMTP = "mail.smtp.";

    @Resource(lookup = "java:jboss/mail/Strata")
    Session configured;

    /** Hands a mail over; returns when the server has taken it. */
    void deliver(UUID id, Mail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@strata>");
            }
        };
        message.setFrom();
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message);
    }

    private Session session() {
        Properties properties = new Properties();
        configured.getProperties().forEach(properties::put);
        for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(SMTP + limit, PATIENCE_MILLIS);
        }
        properties.setProperty(SMTP + "ssl.checkserveridentity", "true");
        properties.setProperty(SMTP + "starttls.required", properties.getProperty(SMTP + "starttls.enable", "false"));
        if (Settings.get(Setting.MAIL_USER).isEmpty()) {
            properties.remove(SMTP + "auth");
            properties.remove(SMTP + "user");
            return Session.getInstance(properties);
        }
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return configured.requestPasswordAuthentication(
                        getRequestingSite(),
                        getRequestingPort(),
                        getRequestingProtocol(),
                        getRequestingPrompt(),
                        getDefaultUserName());
            }
        });
    }
}
