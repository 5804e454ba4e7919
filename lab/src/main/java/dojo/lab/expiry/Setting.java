package dojo.lab.expiry;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Time to live of one table as it was last set.
 *
 * @param attribute the name of the attribute, which is case-sensitive
 * @param enabled what was asked for
 * @param changed when the change was accepted
 */
record Setting(String attribute, boolean enabled, Instant changed) {

    TimeToLiveStatus status(Instant now, ExpirySettings settings) {
        boolean changing = now.isBefore(changed.plus(settings.changeTakes()));
        if (enabled) {
            return changing ? TimeToLiveStatus.ENABLING : TimeToLiveStatus.ENABLED;
        }
        return changing ? TimeToLiveStatus.DISABLING : TimeToLiveStatus.DISABLED;
    }

    /** Whether items of the table are deleted at this time. */
    boolean deletes(Instant now, ExpirySettings settings) {
        return enabled
                ? !now.isBefore(changed.plus(settings.changeTakes()))
                : now.isBefore(changed.plus(settings.lingering()));
    }
}
