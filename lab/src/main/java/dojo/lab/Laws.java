package dojo.lab;

import dojo.lab.laws.LawsFile;
import dojo.lab.laws.Nearest;
import dojo.lab.laws.Section;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which laws hold in a lab, how they are set, and the seed of all chance in them.
 *
 * @param seed same seed, same workload, same outcome
 * @param settings the settings of each law that holds, at most one of a kind
 */
public record Laws(long seed, List<Record> settings) {

    public Laws {
        // In which order they were set makes no difference to anything.
        settings = settings.stream()
                .sorted(Comparator.comparing(law -> law.getClass().getName()))
                .toList();
    }

    /** No law at all: DynamoDB Local as it is, with a bill. */
    public static Laws off() {
        return new Laws(1, List.of());
    }

    /** Every law, set to what is known of the service. */
    public static Laws real() {
        return new Laws(1, all(Section::real));
    }

    /** Every law, set so that its consequences are met often. */
    public static Laws chaos() {
        return new Laws(1, all(Section::chaos));
    }

    /**
     * The laws that a text in the form of a laws file sets.
     *
     * @param file how to call the text in what is said about its mistakes
     * @throws dojo.lab.laws.MistakenLaws an IllegalArgumentException that names every mistake by its line
     */
    public static Laws parse(String text, String file) {
        LawsFile parsed = LawsFile.parse(text, file, 1, LawBook.sections());
        return new Laws(parsed.seed(), parsed.settings());
    }

    /**
     * The laws that a file sets.
     *
     * @throws IllegalArgumentException if it cannot be read, or names mistakes as {@link #parse} does
     */
    public static Laws read(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder. Give a file that dojo lab --print-laws made.");
        }
        try {
            return parse(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException(
                    "There is no file " + file + ". Give off, real, chaos or the name of a laws file.", missing);
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(file + " is not a text in UTF-8. Save it as one.", binary);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    file + " cannot be read (" + unreadable + "). Is it yours to read?", unreadable);
        }
    }

    /**
     * The laws that somebody named: {@code off}, {@code real}, {@code chaos} or a file.
     *
     * @throws IllegalArgumentException as {@link #read} does
     */
    public static Laws named(String nameOrFile) {
        return switch (nameOrFile) {
            case "off" -> off();
            case "real" -> real();
            case "chaos" -> chaos();
            default -> read(path(nameOrFile));
        };
    }

    /** A laws file that sets these laws, with every key and what it means; {@link #parse} makes equal laws of it. */
    public String print() {
        return new LawsFile(seed, settings).print(LawBook.sections());
    }

    /** Why these laws cannot hold together, each in a sentence with a remedy; empty if they can. */
    public List<String> contradictions() {
        return LawsFile.contradictions(settings);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noPath) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a file. Give off, real, chaos or the name of a laws file.", noPath);
        }
    }

    private static List<Record> all(Function<Section, Optional<Record>> kind) {
        return LawBook.sections().stream().map(kind).flatMap(Optional::stream).toList();
    }

    /** The same laws under another seed. */
    public Laws seed(long other) {
        return new Laws(other, settings);
    }

    /** These laws, and one more or one set differently. */
    public Laws with(Record law) {
        List<Record> all = new ArrayList<>(without(law.getClass()).settings);
        all.add(law);
        return new Laws(seed, all);
    }

    /** These laws except one. */
    public Laws without(Class<? extends Record> law) {
        return new Laws(
                seed, settings.stream().filter(other -> !law.isInstance(other)).toList());
    }

    /** What the laws are called, in the order in which a request meets them. */
    public static List<String> names() {
        return LawBook.sections().stream().map(Section::name).toList();
    }

    /**
     * Whether the law of this name holds.
     *
     * @throws IllegalArgumentException if there is no such law
     */
    public boolean holds(String name) {
        return get(section(name).settings()).isPresent();
    }

    /**
     * These laws and the one of this name, set to what is known of the service; as they are if it holds already.
     *
     * @throws IllegalArgumentException if there is no such law
     */
    public Laws with(String name) {
        return holds(name) ? this : section(name).real().map(this::with).orElse(this);
    }

    /**
     * These laws except the one of this name.
     *
     * @throws IllegalArgumentException if there is no such law
     */
    public Laws without(String name) {
        return without(section(name).settings());
    }

    private static Section section(String name) {
        return LawBook.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no law called " + name + ". "
                        + Nearest.of(name, names())
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("There is " + String.join(", ", names()) + ".")));
    }

    /** How this law is set, if it holds. */
    public <S extends Record> Optional<S> get(Class<S> law) {
        return settings.stream().filter(law::isInstance).map(law::cast).findFirst();
    }
}
