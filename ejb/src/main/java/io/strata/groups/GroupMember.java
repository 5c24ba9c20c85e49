package io.strata.groups;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** That an actor is in a group. */
@Entity
@Table(name = "actor_group_member")
class GroupMember {

    @Embeddable
    record Key(
            @Column(name = "group_id") UUID groupId,
            @Column(name = "actor_id") UUID actorId) implements Serializable {}

    @EmbeddedId
    private Key key;

    protected GroupMember() {}

    GroupMember(UUID groupId, UUID actorId) {
        this.key = new Key(groupId, actorId);
    }
}
