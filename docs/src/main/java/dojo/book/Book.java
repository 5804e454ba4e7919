package dojo.book;

import dojo.book.fact.Facts;
import dojo.book.fact.FactsPage;
import dojo.book.site.Site;
import dojo.lab.Fidelities;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** One repository's book: reads the text and the measurements, typesets, judges. */
final class Book {

    /** What came out: files by their path, and every reason not to publish them. */
    record Edition(Map<String, byte[]> files, List<Problem> problems) {}

    private static final String FACTS = "facts.txt";
    private static final String UNVERIFIED = "unverified.txt";
    private static final String MISCONCEPTIONS = "misconceptions.txt";

    private final Path root;
    private final Path docs;

    private Book(Path root) {
        this.root = root;
        this.docs = root.resolve("docs");
    }

    static Book of(Path root) {
        return new Book(root.toAbsolutePath().normalize());
    }

    /**
     * Builds the given formats for the given folder; judges text, messages and pages.
     *
     * @param typesetters opens a typesetter for each of the formats that are set at the same time
     */
    Edition typeset(Path out, Set<Format> formats, Supplier<Typesetter> typesetters) throws IOException {
        Function<Format, Typesetter> opening = format -> typesetters.get().readyFor(format);
        try (AtOnce<Typesetter, Edition> presses = AtOnce.open(formats, opening)) {
            return typeset(out, presses);
        }
    }

    private Edition typeset(Path out, AtOnce<Typesetter, Edition> presses) throws IOException {
        Exhibits exhibits = Exhibits.read(docs.resolve("target/exhibits"));
        List<Problem> problems = new ArrayList<>(exhibits.problems(root));
        QuestionBank bank = QuestionBank.read(docs.resolve("questions"));
        problems.addAll(bank.problems(exhibits));
        problems.addAll(ClaimGate.judge(bank));
        problems.addAll(new Charts(exhibits).problems());
        problems.addAll(new Charts(exhibits).unused(texts()));
        problems.addAll(Unverified.parse(optional(UNVERIFIED)).judge(texts()));
        Facts facts = Facts.of(optional(FACTS));
        facts.problems().forEach(what -> problems.add(Problem.in(docs.resolve(FACTS), what, "correct the row")));
        Path generated = generate(bank, exhibits, facts, problems);
        problems.addAll(sourceProblems());

        boolean sound = problems.isEmpty();
        List<Edition> editions = presses.set((format, typesetter) -> {
            typesetter.print(new PrintedNumbers(facts, exhibits));
            return set(format, out, attributes(format, exhibits, bank, generated), sound, typesetter);
        });
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Edition edition : editions) {
            files.putAll(edition.files());
            problems.addAll(edition.problems());
        }
        return new Edition(
                files, problems.stream().map(this::shorten).distinct().sorted().toList());
    }

    private Edition set(Format format, Path out, Map<String, Object> attributes, boolean sound, Typesetter typesetter)
            throws IOException {
        if (format == Format.HTML) {
            Typesetter.Sheet sheet = typesetter.html(manuscript(), attributes);
            List<Problem> problems = new ArrayList<>(sheet.messages().problems(texts()));
            // A page set from broken text shows the same defects again; it is judged once the text is sound.
            return sound && problems.isEmpty()
                    ? new Edition(site(out.resolve("html"), sheet.html(), problems), problems)
                    : new Edition(Map.of(), problems);
        }
        Path draft = drafts().resolve(format.file());
        List<Problem> problems =
                typesetter.print(format, manuscript(), draft, attributes).problems(texts());
        if (!problems.isEmpty()) {
            return new Edition(Map.of(), problems);
        }
        return new Edition(
                Map.of(format.file(), Files.readAllBytes(draft)),
                format == Format.PDF ? PdfGate.judge(draft) : EpubGate.judge(draft));
    }

    /** What the text may print by name: facts, and what the exhibits have recorded so far. */
    String facts() {
        return FactsPage.text(Facts.of(optional(FACTS)))
                + Exhibits.read(docs.resolve("target/exhibits")).text();
    }

    private Path drafts() {
        return docs.resolve("target/book/draft");
    }

    /** Beside the e-book to be, whose converter looks for pictures there and keeps their names. */
    private Path charts() {
        return drafts().resolve("charts");
    }

    private Path manuscript() {
        return docs.resolve("book/book.adoc");
    }

    /** Writes the text that is made of records, labels, lists and the bank. */
    private Path generate(QuestionBank bank, Exhibits exhibits, Facts facts, List<Problem> problems)
            throws IOException {
        Ranking ranking = Ranking.read(docs.resolve("questions/ranking.txt"));
        Coverage coverage = Coverage.of(root);
        problems.addAll(ranking.problems(bank.questions()));
        problems.addAll(coverage.problems());

        List<Ranking.Group> groups = ranking.groups(bank.questions());
        Path generated = docs.resolve("target/book/generated");
        Files.createDirectories(generated);
        new Charts(exhibits).write(charts());
        Files.writeString(generated.resolve("evidence.adoc"), Evidence.chapters(exhibits, root));
        Files.writeString(generated.resolve("fidelity.adoc"), Fidelities.chapter());
        Files.writeString(generated.resolve("facts.adoc"), FactsPage.chapter(facts));
        Files.writeString(docs.resolve("target/book/claims.txt"), ClaimGate.report(bank));
        Files.writeString(docs.resolve("target/book/reading.txt"), Reading.report(bank));
        Files.writeString(docs.resolve("target/book/facts.txt"), FactsPage.text(facts));
        Files.writeString(generated.resolve("coverage.adoc"), CoveragePage.of(coverage, root));
        Misconceptions misconceptions = Misconceptions.parse(optional(MISCONCEPTIONS));
        misconceptions
                .problems(exhibits, CurriculumIds.of(root))
                .forEach(what -> problems.add(Problem.in(
                        docs.resolve(MISCONCEPTIONS), what, "correct the entry; the head of the file says how")));
        Files.writeString(generated.resolve("misconceptions.adoc"), MisconceptionPages.part(misconceptions));
        Files.writeString(generated.resolve("questions.adoc"), QuestionPages.answers(groups));
        Files.writeString(generated.resolve("rehearsal.adoc"), QuestionPages.rehearsal(groups));
        Files.writeString(generated.resolve("openers.adoc"), QuestionPages.openers(groups));
        Files.writeString(generated.resolve("index.adoc"), terms(bank).chapter());
        return generated;
    }

    private Map<String, byte[]> site(Path folder, String html, List<Problem> problems) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, String> pages = Site.of(html).files();
        pages.forEach((path, text) -> {
            if (path.endsWith(".html")) {
                problems.addAll(HtmlGate.judge(folder.resolve(path), text));
                problems.addAll(ChartGate.judge(folder.resolve(path), text));
            }
            files.put("html/" + path, text.getBytes(StandardCharsets.UTF_8));
        });
        problems.addAll(SiteGate.judge(pages));
        for (String shipped : List.of("book.css", "book.js")) {
            files.put("html/" + shipped, Files.readAllBytes(docs.resolve("book").resolve(shipped)));
        }
        return files;
    }

    /** Paths from the root are what a terminal can open and a reader can read. */
    private Problem shorten(Problem problem) {
        String prefix = root + File.separator;
        return new Problem(problem.where().replace(prefix, ""), problem.what().replace(prefix, ""), problem.remedy());
    }

    private IndexTerms terms(QuestionBank bank) {
        return IndexTerms.of(bank.questions(), Sources.below(docs.resolve("book"), ".adoc"));
    }

    private List<Problem> sourceProblems() {
        var gate = new SourceGate(codeFolders());
        List<Problem> problems = new ArrayList<>(gate.judge(texts()));
        problems.addAll(gate.unused(Sources.below(exhibitSources(), ".java")));
        return problems;
    }

    /** The lines of a file below docs, none if it is not there. */
    private List<String> optional(String name) {
        Path file = docs.resolve(name);
        return Files.isRegularFile(file) ? Sources.lines(file) : List.of();
    }

    private List<Path> texts() {
        List<Path> texts = new ArrayList<>(Sources.below(docs.resolve("book"), ".adoc"));
        texts.addAll(Sources.below(docs.resolve("questions"), ".adoc"));
        Path wrong = docs.resolve(MISCONCEPTIONS);
        if (Files.isRegularFile(wrong)) {
            texts.add(wrong);
        }
        return texts;
    }

    private Path exhibitSources() {
        return docs.resolve("src/test/java/dojo/exhibits");
    }

    private Map<String, Path> codeFolders() {
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("exhibits", exhibitSources());
        folders.put("reference", root.resolve("reference-impl/core/src/main/java/dojo/session"));
        folders.put("solutions", root.resolve("solutions/src/main/java/dojo"));
        return folders;
    }

    private Map<String, Object> attributes(Format format, Exhibits exhibits, QuestionBank bank, Path generated) {
        Map<String, Object> attributes = new LinkedHashMap<>(exhibits.attributes(format));
        codeFolders().forEach((name, folder) -> attributes.put(name, folder.toString()));
        if (format == Format.PDF) {
            attributes.putAll(terms(bank).attributes());
        }
        attributes.put("gathered", format == Format.PDF ? "1" : "0");
        attributes.put("questions", docs.resolve("questions").toString());
        attributes.put("generated", generated.toString());
        attributes.put("charts", charts().toString());
        if (format == Format.PDF) {
            attributes.put("imagesdir", drafts().toString());
        }
        attributes.put("stylesheet!", "");
        attributes.put("pdf-theme", docs.resolve("book/paper-theme.yml").toString());
        return attributes;
    }
}
