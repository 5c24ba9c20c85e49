package io.strata.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link ObjectStorage} must do. */
abstract class ObjectStorageContract {

    private final TemporaryFiles temporary = TestTemporaryFiles.create();
    private final List<String> written = new ArrayList<>();

    /** The adapter, connected to a store that works. */
    abstract ObjectStorage storage();

    /** The adapter, connected to where no store is. */
    abstract ObjectStorage unreachableStorage();

    @BeforeEach
    void answers() {
        storage().check();
    }

    @AfterEach
    void clean() {
        written.forEach(storage()::delete);
        TestTemporaryFiles.remove(temporary);
    }

    @Test
    void returnsTheBytesThatWereStored() throws IOException {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        String key = put(bytes);
        assertThat(read(storage().open(key))).isEqualTo(bytes);
    }

    @Test
    void storesAnEmptyFile() throws IOException {
        assertThat(read(storage().open(put(new byte[0])))).isEmpty();
    }

    @Test
    void returnsAPartOfTheBytes() throws IOException {
        String key = put("0123456789".getBytes(StandardCharsets.UTF_8));
        assertThat(read(storage().open(key, 3, 5))).asString().isEqualTo("345");
    }

    @Test
    void refusesBytesThatAreNotTheOnesPromised() throws IOException {
        try (TemporaryFile file = receive("real".getBytes(StandardCharsets.UTF_8));
                TemporaryFile other = receive("other".getBytes(StandardCharsets.UTF_8))) {
            String key = key();
            assertThatThrownBy(() -> storage().put(key, file.path(), "text/plain", other.sha256()))
                    .isInstanceOf(RuntimeException.class);
            assertThat(storage().find(key)).isEmpty();
        }
    }

    @Test
    void saysThatAnObjectIsMissing() {
        assertThat(storage().find(key())).isEmpty();
        assertThatThrownBy(() -> storage().open(key())).isInstanceOf(MissingObjectException.class);
    }

    @Test
    void deletesAndDoesNotMindDeletingAgain() throws IOException {
        String key = put(new byte[] {1});
        storage().delete(key);
        storage().delete(key);
        assertThat(storage().find(key)).isEmpty();
    }

    @Test
    void listsObjectsInTheOrderOfTheirKeysFromAnyKeyOn() throws IOException {
        List<String> keys = Stream.of(put(new byte[1]), put(new byte[2]), put(new byte[3]))
                .sorted()
                .toList();

        List<String> found = new ArrayList<>();
        for (List<StoredObject> page = storage().list("", 2); !page.isEmpty(); ) {
            page.forEach(object -> found.add(object.key()));
            page = storage().list(found.get(found.size() - 1), 2);
        }

        assertThat(found).isSorted().doesNotHaveDuplicates().containsSubsequence(keys);
    }

    @Test
    void knowsTheSizeAndAgeOfAnObject() throws IOException {
        assertThat(storage().find(put(new byte[123])))
                .hasValueSatisfying(object -> assertThat(object.size()).isEqualTo(123))
                .hasValueSatisfying(object ->
                        assertThat(object.lastModified()).isAfter(Instant.now().minus(Duration.ofMinutes(5))));
    }

    @Test
    void saysThatAStoreIsNotThere() {
        assertThatThrownBy(() -> unreachableStorage().find(key()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.STORAGE_UNAVAILABLE));
    }

    private String put(byte[] bytes) throws IOException {
        try (TemporaryFile file = receive(bytes)) {
            String key = key();
            storage().put(key, file.path(), "application/octet-stream", file.sha256());
            written.add(key);
            return key;
        }
    }

    private TemporaryFile receive(byte[] bytes) throws IOException {
        return temporary.receive(new ByteArrayInputStream(bytes), "file.bin", Long.MAX_VALUE);
    }

    private static String key() {
        return ObjectKey.of(UUID.randomUUID(), UUID.randomUUID(), "file.bin");
    }

    private static byte[] read(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }
}
