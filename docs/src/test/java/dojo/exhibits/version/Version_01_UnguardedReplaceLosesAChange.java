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
class Version_01_UnguardedReplaceLosesAChange {

    @RegisterExtension
    static final Exhibit EXHIBIT = Exhibit.claiming(
            "Two editors who read, change and put the whole item are both told yes, and the first change is gone.");

    @Test
    void both_are_acknowledged_and_one_is_gone(DynamoDbClient ddb, LabTable table) {
        var profiles = new Profiles(ddb, table.name());
        profiles.create();
        var ours = profiles.read();
        var theirs = profiles.read();

        profiles.replace(Profiles.with(ours, "city", "Lisbon"));
        profiles.replace(Profiles.with(theirs, "phone", "555-0100"));

        var kept = profiles.read();
        assertThat(kept).containsKey("phone").doesNotContainKey("city");
        EXHIBIT.measured("acknowledged", 2);
        EXHIBIT.measured("changes-kept", kept.containsKey("city") ? 2 : 1);
    }
}
