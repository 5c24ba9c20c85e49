package io.strata.storage;

import io.strata.access.Open;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** How much everybody keeps and may keep, as rows. */
@ApplicationScoped
public class Quotas {

    /**
     * Adds and compares in one statement: it locks the row, and decides by what the row says then. However many uploads of
     * a person come at once, together they never get more than there is.
     */
    private static final String CHARGE = """
            insert into storage_use as s (actor_id, used_bytes)
            select cast(:actor as uuid), cast(:bytes as bigint)
            where cast(:bytes as bigint) <= coalesce(
                (select o.quota_bytes from storage_use o where o.actor_id = cast(:actor as uuid)), cast(:standard as bigint))
            on conflict (actor_id) do update set used_bytes = s.used_bytes + excluded.used_bytes
            where s.used_bytes + excluded.used_bytes <= coalesce(s.quota_bytes, cast(:standard as bigint))
            """;

    private static final String USE =
            "select s.used_bytes, s.quota_bytes from storage_use s where s.actor_id = cast(:actor as uuid)";

    private static final String SET = """
            insert into storage_use (actor_id, quota_bytes) values (cast(:actor as uuid), cast(:quota as bigint))
            on conflict (actor_id) do update set quota_bytes = excluded.quota_bytes
            """;

    private static final double KILOBYTE = 1024;
    private static final double MEGABYTE = KILOBYTE * KILOBYTE;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Counts bytes that somebody is going to keep. They stop counting when the row that names them goes.
     *
     * @throws ProblemException quota exceeded, saying how much is used of what
     */
    @Open("part of a change whose service has been asked for permission")
    @Transactional(Transactional.TxType.MANDATORY)
    public void charge(UUID actor, long bytes) {
        int charged = entities.createNativeQuery(CHARGE)
                .setParameter("actor", actor.toString())
                .setParameter("bytes", bytes)
                .setParameter("standard", standard())
                .executeUpdate();
        if (charged == 0) {
            StorageUse use = of(actor);
            throw new ProblemException(
                    ProblemType.QUOTA_EXCEEDED,
                    "%s of %s are used, and this file has %s. Remove something for good, or ask an administrator."
                            .formatted(amount(use.usedBytes()), amount(use.quotaBytes()), amount(bytes)));
        }
    }

    /** How much somebody keeps and may keep. */
    @Open("part of services that have asked for permission")
    public StorageUse of(UUID actor) {
        List<Tuple> rows = rows(actor);
        if (rows.isEmpty()) {
            return new StorageUse(0, standard(), true);
        }
        Number quota = (Number) rows.get(0).get(1);
        return new StorageUse(
                ((Number) rows.get(0).get(0)).longValue(),
                quota == null ? standard() : quota.longValue(),
                quota == null);
    }

    /** Says how much somebody may keep; {@code null} for what the setting says. */
    void set(UUID actor, Long quota) {
        entities.createNativeQuery(SET)
                .setParameter("actor", actor.toString())
                .setParameter("quota", quota == null ? null : quota.toString())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(UUID actor) {
        return entities.createNativeQuery(USE, Tuple.class)
                .setParameter("actor", actor.toString())
                .getResultList();
    }

    private static long standard() {
        return Settings.number(Setting.QUOTA_BYTES);
    }

    private static String amount(long bytes) {
        return bytes < MEGABYTE
                ? String.format(Locale.ROOT, "%.1f KB", bytes / KILOBYTE)
                : String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
