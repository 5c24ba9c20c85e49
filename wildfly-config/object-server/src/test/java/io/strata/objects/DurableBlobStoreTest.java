package io.strata.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class DurableBlobStoreTest {

    @TempDir
    Path root;

    @Test
    void findsTheFilesOfWhatItHasStored() throws IOException {
        Files.createDirectory(root.resolve("bucket"));
        DurableBlobStore objects = new DurableBlobStore(new FilesystemNio2BlobStore(root.toString()), root);

        objects.putBlob(
                PutObjectRequest.builder()
                        .bucket("bucket")
                        .key("owner/document/first.txt")
                        .contentLength(7L)
                        .build(),
                new ByteArrayInputStream("content".getBytes()));
        objects.copyBlob(CopyObjectRequest.builder()
                .sourceBucket("bucket")
                .sourceKey("owner/document/first.txt")
                .destinationBucket("bucket")
                .destinationKey("owner/document/second.txt")
                .build());

        assertThat(root.resolve("bucket/owner/document/second.txt")).hasContent("content");
    }
}
