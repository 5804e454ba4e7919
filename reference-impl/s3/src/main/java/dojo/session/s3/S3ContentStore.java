package dojo.session.s3;

import dojo.session.content.ContentStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Keeps content as objects of one bucket, below one prefix.
 *
 * <p>Each call is one request: a put or a list is priced as a PUT, a get as a GET, a delete is free. What was put is
 * seen at once. Needs {@code s3:PutObject}, {@code s3:GetObject} and {@code s3:DeleteObject} on the objects, and
 * {@code s3:ListBucket} on the bucket: without that, S3 answers for a missing object with a 403, which passes through
 * as a failure. In a bucket with versions, deleting hides an object and keeps it: give old versions a lifecycle rule,
 * or erasure is not complete. Failures of the client come as failed futures. Thread-safe; the client stays the
 * caller's.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html">AWS: consistency of S3</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">AWS: GetObject and its permissions</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html">AWS: deleting in a
 *     bucket with versions</a>
 */
public final class S3ContentStore implements ContentStore {
    private final S3AsyncClient client;
    private final String bucket;
    private final String prefix;

    private S3ContentStore(S3AsyncClient client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /**
     * Two tables need two prefixes.
     *
     * @param prefix of all objects, ending in a slash, such as {@code sessions/}
     * @throws IllegalArgumentException if the prefix is empty or does not end in a slash
     */
    public static S3ContentStore in(S3AsyncClient client, String bucket, String prefix) {
        if (!prefix.endsWith("/") || prefix.startsWith("/") || prefix.length() > 100) {
            throw new IllegalArgumentException("A prefix ends in a slash, does not begin with one, and has at most 100"
                    + " characters, got \"" + prefix + "\": pass one such as \"sessions/\".");
        }
        return new S3ContentStore(client, bucket, prefix);
    }

    @Override
    public CompletableFuture<Void> put(String name, byte[] content) {
        String key = prefix + ContentStore.name(name);
        return client.putObject(put -> put.bucket(bucket).key(key), AsyncRequestBody.fromBytes(content))
                .thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Optional<byte[]>> get(String name) {
        String key = prefix + ContentStore.name(name);
        CompletableFuture<ResponseBytes<GetObjectResponse>> answer =
                client.getObject(get -> get.bucket(bucket).key(key), AsyncResponseTransformer.toBytes());
        return answer.thenApply(bytes -> Optional.of(bytes.asByteArrayUnsafe())).exceptionallyCompose(failure -> {
            Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
            return reason instanceof NoSuchKeyException
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(failure);
        });
    }

    @Override
    public CompletableFuture<Void> delete(String name) {
        String key = prefix + ContentStore.name(name);
        return client.deleteObject(delete -> delete.bucket(bucket).key(key)).thenAccept(done -> {});
    }

    @Override
    public CompletableFuture<Listed> list(String beginning, String after) {
        String from = prefix + ContentStore.prefix(beginning);
        return client.listObjectsV2(
                        list -> list.bucket(bucket).prefix(from).startAfter(after.isEmpty() ? null : prefix + after))
                .thenApply(this::listed);
    }

    private Listed listed(ListObjectsV2Response page) {
        List<Kept> kept = page.contents().stream()
                .map(object -> new Kept(object.key().substring(prefix.length()), object.size(), object.lastModified()))
                .toList();
        return new Listed(kept, !Boolean.TRUE.equals(page.isTruncated()));
    }
}
