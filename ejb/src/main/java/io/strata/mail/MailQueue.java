package io.strata.mail;

import io.strata.access.Open;
import io.strata.common.Json;
import io.strata.common.UuidV7;
import io.strata.secrets.SecretSeal;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Takes mails that are to be sent once the caller's transaction has committed. They lie encrypted in the journal of the
 * queue, because what they contain may open an account.
 */
@ApplicationScoped
public class MailQueue {

    /** The property of a message that names its mail; the seal is bound to it. */
    static final String ID = "mail_id";

    @Resource(lookup = "java:/JmsXA")
    ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/Mail")
    Queue queue;

    @Inject
    SecretSeal seal;

    /** Whether this installation sends mail at all. */
    @Open("tells what an operator has chosen")
    public boolean isConfigured() {
        return !Settings.get(Setting.MAIL_HOST).isEmpty();
    }

    /** Puts a mail in line. */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void send(Mail mail) {
        UUID id = UuidV7.next();
        byte[] sealed = seal.seal(id, Json.write(mail).getBytes(StandardCharsets.UTF_8));
        try (JMSContext jms = connections.createContext()) {
            jms.createProducer()
                    .setProperty(ID, id.toString())
                    .send(queue, Base64.getEncoder().encodeToString(sealed));
        }
    }
}
