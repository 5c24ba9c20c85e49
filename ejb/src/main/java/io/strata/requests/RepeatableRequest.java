package io.strata.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** A request that was carried out, with the answer to it. */
@Entity
@Table(name = "repeatable_request")
class RepeatableRequest {

    @Id
    private UUID id;

    @Column(name = "actor_id")
    private UUID actorId;

    private String key;
    private byte[] fingerprint;
    private int status;

    @Column(name = "content_type")
    private String contentType;

    private String location;

    @Column(name = "entity_tag")
    private String entityTag;

    private byte[] body;

    @Column(name = "answered_at")
    private Instant answeredAt;

    protected RepeatableRequest() {}

    RepeatableRequest(UUID id, UUID actorId, String key, byte[] fingerprint, KeptAnswer answer, byte[] sealedBody) {
        this.id = id;
        this.actorId = actorId;
        this.key = key;
        this.fingerprint = fingerprint.clone();
        this.status = answer.status();
        this.contentType = answer.contentType();
        this.location = answer.location();
        this.entityTag = answer.entityTag();
        this.body = sealedBody;
        this.answeredAt = Instant.now();
    }

    UUID id() {
        return id;
    }

    boolean isThe(byte[] otherFingerprint) {
        return Arrays.equals(fingerprint, otherFingerprint);
    }

    byte[] sealedBody() {
        return body;
    }

    KeptAnswer answer(byte[] openBody) {
        return new KeptAnswer(status, contentType, location, entityTag, openBody);
    }
}
