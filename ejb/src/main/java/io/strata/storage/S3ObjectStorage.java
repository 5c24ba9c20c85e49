package io.strata.storage;

import io.strata.access.Open;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps objects in a bucket of any S3-compatible server, and makes the bucket when it is missing. */
@Open("an adapter behind services that ask for permission")
@ApplicationScoped
public class S3ObjectStorage implements ObjectStorage {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final long SLOWEST_BYTES_PER_SECOND = 1_000_000;

    private volatile S3Client client;

    @Override
    public void put(String key, Path file, String mimeType, String sha256) {
        // The cheap question first: a store that is gone is noticed before any byte of the file is on its way.
        check();
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        Duration patience = ANSWER.plusSeconds(size(file) / SLOWEST_BYTES_PER_SECOND);
        calling(() -> client().putObject(
                        request -> request.bucket(bucket())
                                .key(key)
                                .contentType(mimeType)
                                .checksumSHA256(checksum)
                                .overrideConfiguration(AwsRequestOverrideConfiguration.builder()
                                        .apiCallTimeout(patience)
                                        .build()),
                        RequestBody.fromFile(file)));
    }

    @Override
    public InputStream open(String key) {
        return open(GetObjectRequest.builder().bucket(bucket()).key(key).build());
    }

    @Override
    public InputStream open(String key, long first, long last) {
        return open(GetObjectRequest.builder()
                .bucket(bucket())
                .key(key)
                .range("bytes=" + first + "-" + last)
                .build());
    }

    private InputStream open(GetObjectRequest request) {
        try {
            return calling(() -> client().getObject(request));
        } catch (NoSuchKeyException | NoSuchBucketException e) {
            throw new MissingObjectException(request.key(), e);
        }
    }

    @Override
    public void delete(String key) {
        try {
            calling(() ->
                    client().deleteObject(request -> request.bucket(bucket()).key(key)));
        } catch (NoSuchKeyException | NoSuchBucketException e) {
            // What is not there need not be removed.
        }
    }

    @Override
    public Optional<StoredObject> find(String key) {
        try {
            HeadObjectResponse found = calling(() ->
                    client().headObject(request -> request.bucket(bucket()).key(key)));
            return Optional.of(new StoredObject(key, found.contentLength(), found.lastModified()));
        } catch (NoSuchKeyException | NoSuchBucketException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<StoredObject> list(String after, int limit) {
        try {
            return calling(() -> client().listObjectsV2(request -> request.bucket(bucket())
                            .startAfter(after.isEmpty() ? null : after)
                            .maxKeys(limit)))
                    .contents()
                    .stream()
                    .map(object -> new StoredObject(object.key(), object.size(), object.lastModified()))
                    .toList();
        } catch (NoSuchBucketException e) {
            return List.of();
        }
    }

    @Override
    public void check() {
        try {
            calling(() -> client().headBucket(request -> request.bucket(bucket())));
        } catch (NoSuchBucketException e) {
            createBucket();
        }
    }

    private void createBucket() {
        try {
            calling(() -> client().createBucket(request -> request.bucket(bucket())));
        } catch (BucketAlreadyOwnedByYouException e) {
            // Somebody else was quicker, with the same result.
        }
    }

    @PreDestroy
    void close() {
        if (client != null) {
            client.close();
        }
    }

    private S3Client client() {
        if (client == null) {
            synchronized (this) {
                if (client == null) {
                    client = connect();
                }
            }
        }
        return client;
    }

    private static S3Client connect() {
        return S3Client.builder()
                .endpointOverride(URI.create(Settings.get(Setting.S3_ENDPOINT)))
                .region(Region.of(Settings.get(Setting.S3_REGION)))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        Settings.get(Setting.S3_ACCESS_KEY), Settings.get(Setting.S3_SECRET_KEY))))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE))
                .overrideConfiguration(configuration -> configuration.apiCallTimeout(ANSWER))
                .build();
    }

    private static String bucket() {
        return Settings.get(Setting.S3_BUCKET);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the answers through that have a meaning of their own; everything else means that the store is not there. */
    private static <T> T calling(Supplier<T> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException | NoSuchBucketException | BucketAlreadyOwnedByYouException e) {
            throw e;
        } catch (SdkException e) {
            throw new ProblemException(
                    ProblemType.STORAGE_UNAVAILABLE, "The object store does not answer. Try again later.", e);
        }
    }
}
