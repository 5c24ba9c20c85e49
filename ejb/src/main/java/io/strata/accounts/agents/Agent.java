package io.strata.accounts.agents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What there is to say about an actor that is an agent. */
@Entity
@Table(name = "agent")
class Agent {

    @Id
    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "owner_id")
    private UUID ownerId;

    private String description;

    protected Agent() {}

    Agent(UUID actorId, UUID workspaceId) {
        this.actorId = actorId;
        this.workspaceId = workspaceId;
        this.description = "";
    }

    UUID workspaceId() {
        return workspaceId;
    }

    void describe(String newDescription) {
        description = newDescription.strip();
    }

    void answerTo(UUID newOwnerId) {
        ownerId = newOwnerId;
    }
}
