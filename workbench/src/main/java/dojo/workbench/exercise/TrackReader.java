package dojo.workbench.exercise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code exercises/tracks.txt}: for each track a line {@code = name}, attributes, and the ids of its exercises, or
 * {@code *} for all of them. Used once; not thread-safe.
 */
final class TrackReader {
    private static final Pattern HEAD = Pattern.compile("=\\s+([a-z][a-z0-9-]{0,40})");
    private static final Pattern ATTRIBUTE = Pattern.compile(":([a-z]+):\\s+(.+)");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private final Path file;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Catalogue.Problem> problems = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private String name = "";
    private boolean everything;

    private TrackReader(Path file) {
        this.file = file;
    }

    /** What was read, and what could not be. */
    record Read(List<Track> tracks, List<Catalogue.Problem> problems) {}

    /** No file is no mistake: a pack without tracks is followed from its first exercise to its last. */
    static Read read(Path file) {
        TrackReader reader = new TrackReader(file);
        if (Files.isRegularFile(file)) {
            try {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    reader.line(lines.get(i).replaceFirst("^#.*", "").strip(), i + 1);
                }
                reader.finish();
            } catch (IOException e) {
                reader.problem("cannot be read: " + e.getMessage());
            }
        }
        return new Read(List.copyOf(reader.tracks), List.copyOf(reader.problems));
    }

    private void line(String line, int number) {
        Matcher head = HEAD.matcher(line);
        Matcher attribute = ATTRIBUTE.matcher(line);
        if (head.matches()) {
            finish();
            name = head.group(1);
        } else if (attribute.matches()) {
            attributes.put(attribute.group(1), attribute.group(2).strip());
        } else if (line.equals("*")) {
            everything = true;
        } else if (ID.matcher(line).matches()) {
            ids.add(line);
        } else if (!line.isEmpty()) {
            problem("line " + number + " is \"" + line + "\"; a track is \"= name\", \":attribute: value\" lines, and"
                    + " one exercise a line, or *");
        }
    }

    private void finish() {
        if (!name.isEmpty() && isComplete()) {
            tracks.add(new Track(
                    name,
                    attributes.getOrDefault("title", name),
                    attributes.getOrDefault("about", ""),
                    attributes.getOrDefault("ending", ""),
                    Optional.ofNullable(attributes.get("minutes")).map(Integer::valueOf),
                    ids));
        }
        attributes.clear();
        ids.clear();
        everything = false;
    }

    private boolean isComplete() {
        int before = problems.size();
        for (String wanted : List.of("title", "about", "ending")) {
            if (!attributes.containsKey(wanted)) {
                problem("has no \":" + wanted + ":\" line in the track " + name);
            }
        }
        if (everything == !ids.isEmpty()) {
            problem("gives the track " + name + " no exercises, or * and others; name some, or write * alone");
        }
        if (everything == attributes.containsKey("minutes")) {
            problem(
                    everything
                            ? "claims minutes for everything, which nobody would keep true; leave the line out"
                            : "has no \":minutes:\" line in the track " + name);
        } else if (!attributes.getOrDefault("minutes", "0").matches("\\d{1,5}")) {
            problem("says \":minutes: " + attributes.get("minutes") + "\" in the track " + name
                    + "; a number belongs there");
        }
        if (tracks.stream().anyMatch(track -> track.name().equals(name))) {
            problem("has two tracks of the name " + name);
        }
        return problems.size() == before;
    }

    private void problem(String sentence) {
        problems.add(new Catalogue.Problem("tracks.txt", file.getFileName() + " " + sentence + "."));
    }
}
