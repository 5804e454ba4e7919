package dojo.workbench.gate;

import dojo.workbench.exercise.Catalogue;
import dojo.workbench.exercise.Track;
import java.util.ArrayList;
import java.util.List;

/** Tracks name exercises that exist, once each, and take as long as they claim. */
final class TrackFindings {
    private static final String FILE = "tracks.txt";

    private TrackFindings() {}

    static List<Finding> in(Catalogue catalogue) {
        List<Finding> findings = new ArrayList<>();
        for (Track track : catalogue.tracks()) {
            List<String> seen = new ArrayList<>();
            for (String id : track.ids()) {
                if (catalogue.all().stream().noneMatch(exercise -> exercise.id().equals(id))) {
                    findings.add(finding("The track " + track.name() + " names " + id
                            + ", and there is no such exercise; take it out, or write its present name."));
                } else if (seen.contains(id)) {
                    findings.add(finding("The track " + track.name() + " names " + id + " twice; take one out."));
                }
                earlier(track, id, seen, catalogue).forEach(findings::add);
                seen.add(id);
            }
            int sum = track.sum(catalogue);
            track.minutes()
                    .filter(claimed -> claimed != sum)
                    .ifPresent(claimed -> findings.add(finding("The track " + track.name() + " claims " + claimed
                            + " minutes, and its exercises add up to " + sum + "; write \":minutes: " + sum
                            + "\", or choose others.")));
        }
        return findings;
    }

    /** What an exercise builds on may be left out of a track, but does not follow it there. */
    private static List<Finding> earlier(Track track, String id, List<String> seen, Catalogue catalogue) {
        return catalogue.find(id).stream()
                .flatMap(exercise -> exercise.readme().after().stream())
                .filter(before -> track.ids().contains(before) && !seen.contains(before))
                .map(before -> finding("The track " + track.name() + " has " + id + " before " + before
                        + ", which it builds on; change their order."))
                .toList();
    }

    private static Finding finding(String sentence) {
        return new Finding(FILE, "tracks", sentence);
    }
}
