package dojo.lab;

import dojo.lab.capacity.CapacityLaw;
import dojo.lab.capacity.CapacitySettings;
import dojo.lab.conflict.ConflictLaw;
import dojo.lab.conflict.ConflictSettings;
import dojo.lab.expiry.ExpiryLaw;
import dojo.lab.expiry.ExpirySettings;
import dojo.lab.fault.FaultLaw;
import dojo.lab.fault.FaultSettings;
import dojo.lab.law.Law;
import dojo.lab.law.Site;
import dojo.lab.laws.Section;
import dojo.lab.local.CorrectionLaw;
import dojo.lab.local.CorrectionSettings;
import dojo.lab.pace.PaceLaw;
import dojo.lab.pace.PaceSettings;
import dojo.lab.region.RegionLaw;
import dojo.lab.region.RegionSettings;
import dojo.lab.replication.ReplicationLaw;
import dojo.lab.replication.ReplicationSettings;
import dojo.lab.stream.StreamLaw;
import dojo.lab.stream.StreamSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** All laws that settings can switch on, in the order in which a request meets them. */
final class LawBook {

    /** Met before a request reaches the items and is priced there. */
    static final List<Chapter<?>> BEFORE_ITEMS = List.of(
            new Chapter<>("pace", PaceSettings.class, PaceLaw::new),
            new Chapter<>("faults", FaultSettings.class, FaultLaw::new),
            new Chapter<>("regions", RegionSettings.class, RegionLaw::new),
            new Chapter<>("capacity", CapacitySettings.class, CapacityLaw::new),
            new Chapter<>("conflicts", ConflictSettings.class, ConflictLaw::new));

    /** Met on the way from the items to the store. */
    static final List<Chapter<?>> BEHIND_ITEMS = List.of(
            new Chapter<>("expiry", ExpirySettings.class, ExpiryLaw::new),
            new Chapter<>("streams", StreamSettings.class, StreamLaw::new),
            new Chapter<>("replication", ReplicationSettings.class, ReplicationLaw::new),
            new Chapter<>("corrections", CorrectionSettings.class, CorrectionLaw::new));

    private LawBook() {}

    /** The sections of a laws file, in the order in which a request meets their laws. */
    static List<Section> sections() {
        return Stream.of(BEFORE_ITEMS, BEHIND_ITEMS)
                .flatMap(List::stream)
                .map(chapter -> new Section(chapter.name(), chapter.settings()))
                .toList();
    }

    /**
     * One law and the settings it takes.
     *
     * @param name its section in a laws file
     */
    record Chapter<S extends Record>(String name, Class<S> settings, BiFunction<S, Site, Law> law) {

        /** The law, if the settings are among these laws. */
        Optional<Law> under(Laws laws, Site site) {
            return laws.get(settings).map(found -> law.apply(found, site));
        }
    }
}
