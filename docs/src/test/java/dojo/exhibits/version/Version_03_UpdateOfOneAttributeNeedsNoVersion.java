package dojo.exhibits.version;

import static org.assertj.core.api.Assertions.assertThat;

import dojo.exhibits.Exhibit;
import dojo.lab.junit.LabTable;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@WithLab
@WithTable
class Version_03_UpdateOfOneAttributeNeedsNoVersion {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "Two editors who each set the attribute they mean are both kept, without a read and without a version.");

    @Test
    void both_are_kept_without_a_read(DynamoDbClient ddb, LabTable table) {
        var profiles = new Profiles(ddb, table.name());
        profiles.create();

        profiles.set("city", "Lisbon");
        profiles.set("phone", "555-0100");

        var kept = profiles.read();
        assertThat(kept).containsKeys("city", "phone");
        EXHIBIT.measured("changes-kept", 2);
        EXHIBIT.measured("reads", 0);
    }
}
