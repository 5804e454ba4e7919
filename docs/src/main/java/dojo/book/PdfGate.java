package dojo.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * Judges the book on paper by what is on its pages.
 *
 * <p>A sign that no font has is printed as a box without a word; nothing in the text tells that an outline is
 * incomplete, that a line runs off the page, or that half a page stays white.
 */
final class PdfGate {

    private static final double MILLIMETRE = 72 / 25.4;
    private static final double FOOTER = 22 * MILLIMETRE;
    private static final double NEARLY_EMPTY = 0.2;
    private static final String MARK = "◆";

    /** An entry of the outline; pages count from 0. */
    private record Entry(String title, int page) {}

    private final Path file;
    private final List<PaperPage> pages = new ArrayList<>();
    private final List<Entry> outline = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private PdfGate(Path file) {
        this.file = file;
    }

    static List<Problem> judge(Path file) throws IOException {
        var gate = new PdfGate(file);
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            for (PDPage page : document.getPages()) {
                gate.pages.add(PaperPage.read(page, FOOTER));
            }
            gate.outline(document);
        }
        gate.signs();
        gate.chapters();
        gate.emptiness();
        return gate.problems;
    }

    /** Parts and chapters; what stands below them is a matter of taste. */
    private void outline(PDDocument document) throws IOException {
        PDDocumentOutline root = document.getDocumentCatalog().getDocumentOutline();
        if (root == null) {
            return;
        }
        for (PDOutlineItem part : root.children()) {
            entry(document, part);
            for (PDOutlineItem chapter : part.children()) {
                entry(document, chapter);
            }
        }
    }

    private void entry(PDDocument document, PDOutlineItem item) throws IOException {
        String title = Optional.ofNullable(item.getTitle()).orElse("");
        PDPage page = item.findDestinationPage(document);
        if (page == null) {
            report(0, "the outline's entry \"" + title + "\" leads nowhere", "give its section an id that is printed");
            return;
        }
        int number = document.getPages().indexOf(page);
        outline.add(new Entry(title, number));
        if (!pages.get(number).text().contains(title.replaceAll("\\s", ""))) {
            report(number, "the outline's entry \"" + title + "\" is not on its page", "look at the section's title");
        }
    }

    private void signs() {
        for (int i = 0; i < pages.size(); i++) {
            PaperPage page = pages.get(i);
            if (!page.missing().isEmpty()) {
                report(i, "no font has " + page.missing(), "use another sign, or a theme with a font that has it");
            }
            if (!page.outside().isEmpty()) {
                report(i, "\"" + page.outside() + "\" stands outside of the page", "break the line, or the word in it");
            }
        }
    }

    /** Every chapter ends with its mark, so between two marks a chapter begins, and the outline must know it. */
    private void chapters() {
        NavigableSet<Integer> begun = starts();
        begun.removeIf(page -> isTitle(pages.get(page)));
        int after = -1;
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).text().contains(MARK)) {
                if (begun.subSet(after, false, i, true).isEmpty()) {
                    report(i, "the chapter that ends here is not in the outline", "raise outlinelevels");
                }
                after = i;
            }
        }
        if (outline.isEmpty()) {
            report(0, "there is no outline", "raise outlinelevels");
        }
    }

    /** The title of a part has a page to itself. */
    private static boolean isTitle(PaperPage page) {
        return page.used() < NEARLY_EMPTY && !page.text().contains(MARK);
    }

    /** White space is meant where a chapter ends, and below the title of a part, after which a chapter begins. */
    private void emptiness() {
        NavigableSet<Integer> begun = starts();
        for (int i = 0; i < pages.size(); i++) {
            PaperPage page = pages.get(i);
            boolean last = i + 1 == pages.size()
                    || begun.contains(i + 1)
                    || begun.headSet(i, true).isEmpty();
            if (!last && page.used() < NEARLY_EMPTY) {
                String what = String.format(Locale.ROOT, "only %.0f%% of the page is used", page.used() * 100);
                report(i, what, "let what follows be broken between pages");
            }
            if (page.text().startsWith(MARK)) {
                report(i, "nothing but a closing mark is on the page", "shorten the chapter by a line");
            }
        }
    }

    private NavigableSet<Integer> starts() {
        NavigableSet<Integer> starts = new TreeSet<>();
        outline.forEach(entry -> starts.add(entry.page()));
        return starts;
    }

    private void report(int page, String what, String remedy) {
        problems.add(new Problem(file + ", sheet " + (page + 1), what, remedy));
    }
}
