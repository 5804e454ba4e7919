package dojo.session.rivals;

import dojo.lab.Lab;
import dojo.lab.Laws;
import dojo.session.Window.Consistency;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** A lab on a virtual clock without laws, the table of a design, and a client whose bytes count. */
final class Stage implements AutoCloseable {
    static final String SESSION = "0b6f3c9e-2a57-4a0e-9a5e-5f6f2d1c7b11";
    private static final String CUSTOMER = "5d2c8f70-91ce-4b6b-8a43-7a7f1c0e9d22";
    private static final String TABLE = "conversations";

    private final Lab lab = Lab.under(Laws.off());
    private final Wire wire = new Wire();
    private final DynamoDbClient client;

    static Stage of(Design design) {
        return new Stage(design.table(TABLE));
    }

    private Stage(CreateTableRequest table) {
        lab.backstage().createTable(table);
        client = DynamoDbClient.builder()
                .httpClient(lab.httpClient())
                .endpointOverride(URI.create("http://lab.invalid"))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(override -> override.addExecutionInterceptor(wire))
                .build();
    }

    Lab lab() {
        return lab;
    }

    Wire wire() {
        return wire;
    }

    Place place(Consistency consistency) {
        return new Place(client, TABLE, SESSION, CUSTOMER, lab.clock(), consistency);
    }

    @Override
    public void close() {
        client.close();
        lab.close();
    }
}
