// Idea: The whole key, encrypted and bound to session and order: nobody can read it or use it elsewhere.
package dojo.c03_reading.e3_resume_token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The turns of a session as a client scrolls through them. */
public final class History {
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecureRandom random = new SecureRandom();
    private final DynamoDbClient ddb;
    private final String table;
    private final Seal seal;

    public History(DynamoDbClient ddb, String table, Seal seal) {
        this.ddb = ddb;
        this.table = table;
        this.seal = seal;
    }

    /**
     * The next page behind the token, or the first without one.
     * Whether this client may read the session was checked before; where the token comes from was not.
     */
    public Reply page(Ask ask, Optional<String> token) {
        String about = (ask.newestFirst() ? "newest\n" : "oldest\n") + ask.sessionId() + "\n";
        Optional<String> seen = token.flatMap(text -> decrypt(about, text));
        if (token.isPresent() && seen.isEmpty()) {
            return new Reply.Refused();
        }
        AttributeValue pk = AttributeValue.fromS("SESSION#" + ask.sessionId()); // never from the token
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("PK = :pk AND begins_with(SK, :turn)")
                .expressionAttributeValues(Map.of(":pk", pk, ":turn", AttributeValue.fromS("TURN#")))
                .scanIndexForward(!ask.newestFirst())
                .limit(ask.size());
        seen.ifPresent(sk -> query.exclusiveStartKey(Map.of("PK", pk, "SK", AttributeValue.fromS(sk))));
        QueryResponse page = ddb.query(query.build());
        List<Turn> turns = page.items().stream().map(Turn::from).toList();
        if (!page.hasLastEvaluatedKey()) {
            return new Reply.Page(turns, Optional.empty());
        }
        return new Reply.Page(turns, Optional.of(bookmark(about, page)));
    }

    private String bookmark(String about, QueryResponse page) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = Turn.sortKey(page.lastEvaluatedKey()).getBytes(UTF_8);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, about, nonce).doFinal(text);
            return HexFormat.of()
                    .formatHex(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES in GCM, this one has not.", impossible);
        }
    }

    private Optional<String> decrypt(String about, String token) {
        try {
            byte[] bytes = HexFormat.of().parseHex(token);
            if (bytes.length < NONCE + TAG) {
                return Optional.empty();
            }
            byte[] nonce = Arrays.copyOf(bytes, NONCE);
            byte[] sealed = Arrays.copyOfRange(bytes, NONCE, bytes.length);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, about, nonce).doFinal(sealed), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String about, byte[] nonce) throws GeneralSecurityException {
        byte[] key = MessageDigest.getInstance("SHA-256")
                .digest(seal.seal("key of the tokens").getBytes(UTF_8));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(about.getBytes(UTF_8));
        return cipher;
    }
}
