package io.strata.mail;

import io.strata.common.Json;
import io.strata.secrets.SecretSeal;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Hands mails to the mail server, in no transaction. A crash between the server's acceptance and the acknowledgement of
 * the message sends a mail twice, with the same {@code Message-ID}.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:/jms/queue/Mail"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailConsumer implements MessageListener {

    @Inject
    SecretSeal seal;

    @Inject
    MailTransport transport;

    @Override
    public void onMessage(Message message) {
        try {
            UUID id = UUID.fromString(message.getStringProperty(MailQueue.ID));
            byte[] sealed = Base64.getDecoder().decode(message.getBody(String.class));
            Mail mail = Json.read(new String(seal.unseal(id, sealed), StandardCharsets.UTF_8), Mail.class);
            if (mail.to() != null && Instant.now().isBefore(mail.goodUntil())) {
                deliver(id, mail);
            }
        } catch (JMSException e) {
            throw new IllegalStateException("a mail message that cannot be read", e);
        }
    }

    private void deliver(UUID id, Mail mail) {
        try {
            transport.deliver(id, mail);
        } catch (MessagingException e) {
            throw new IllegalStateException("mail " + id + " could not be sent", e);
        }
    }
}
