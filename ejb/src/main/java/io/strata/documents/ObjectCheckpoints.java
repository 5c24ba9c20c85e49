package io.strata.documents;

import io.strata.audit.Checkpoint;
import io.strata.audit.CheckpointKeeper;
import io.strata.storage.ObjectKey;
import io.strata.storage.ObjectStorage;
import io.strata.storage.StoredObject;
import io.strata.storage.TemporaryFile;
import io.strata.storage.TemporaryFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps checkpoints of the audit chain as small objects beside the documents. Their names say everything and are in the
 * order of their positions; they come after the keys of all documents, which begin with a hexadecimal digit.
 */
@ApplicationScoped
class ObjectCheckpoints implements CheckpointKeeper {

    private static final String FOLDER = ObjectKey.BEHIND_DOCUMENTS + "audit/";
    private static final Pattern KEY = Pattern.compile(FOLDER + "([0-9]{19})-([0-9a-f]{64})\\.json");
    private static final String BEHIND_EVERY_HASH = "g";
    private static final int MORE_THAN_LONG_ENOUGH = 1000;

    @Inject
    ObjectStorage storage;

    @Inject
    TemporaryFiles temporary;

    @Override
    public void keep(Checkpoint checkpoint) {
        String text = String.format(
                Locale.ROOT, "{\"position\":%d,\"hash\":\"%s\"}%n", checkpoint.position(), checkpoint.hash());
        ByteArrayInputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (TemporaryFile file = temporary.receive(stream, "checkpoint.json", MORE_THAN_LONG_ENOUGH)) {
            storage.put(key(checkpoint), file.path(), "application/json", file.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Checkpoint> kept(long after, int limit) {
        List<Checkpoint> kept = new ArrayList<>();
        String behind = FOLDER + number(after) + "-" + BEHIND_EVERY_HASH;
        while (kept.size() < limit) {
            List<StoredObject> objects = storage.list(behind, limit - kept.size());
            for (StoredObject object : objects) {
                Matcher name = KEY.matcher(object.key());
                if (!name.matches()) {
                    return kept;
                }
                kept.add(new Checkpoint(Long.parseLong(name.group(1)), name.group(2)));
                behind = object.key();
            }
            if (objects.isEmpty()) {
                return kept;
            }
        }
        return kept;
    }

    private static String key(Checkpoint checkpoint) {
        return FOLDER + number(checkpoint.position()) + "-" + checkpoint.hash() + ".json";
    }

    private static String number(long position) {
        return String.format(Locale.ROOT, "%019d", position);
    }
}
