package io.strata.tokens;

import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A place to which a token reaches: a workspace, or the part of it that a zone is. */
@Entity
@Table(name = "api_token_place")
class TokenPlace {

    @Id
    private UUID id;

    @Column(name = "token_id")
    private UUID tokenId;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "zone_id")
    private UUID zoneId;

    protected TokenPlace() {}

    /** A place; {@code zoneId} is {@code null} for the whole workspace. */
    TokenPlace(UUID tokenId, UUID workspaceId, UUID zoneId) {
        this.id = UuidV7.next();
        this.tokenId = tokenId;
        this.workspaceId = workspaceId;
        this.zoneId = zoneId;
    }
}
