package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfGateTest {

    private static final PDFont LETTERS = new PDType1Font(FontName.HELVETICA);
    private static final PDFont SIGNS = new PDType1Font(FontName.ZAPF_DINGBATS);

    private final PDDocument document = new PDDocument();
    private final PDDocumentOutline outline = new PDDocumentOutline();

    @TempDir
    Path folder;

    @BeforeEach
    void a_chapter_of_two_pages() throws IOException {
        document.getDocumentCatalog().setDocumentOutline(outline);
        PDPage first = page();
        write(first, LETTERS, 72, 700, "One");
        write(first, LETTERS, 72, 200, "Much text down to the foot of the page.");
        entry("One", first);
        PDPage second = page();
        write(second, LETTERS, 72, 700, "The rest");
        write(second, SIGNS, 130, 700, "◆");
    }

    @Test
    void a_sound_file_has_no_problem() throws IOException {
        assertThat(judge()).isEmpty();
    }

    @Test
    void text_outside_of_the_page_is_caught() throws IOException {
        write(document.getPage(0), LETTERS, 620, 500, "Off");
        write(document.getPage(0), LETTERS, 606, 480, "Wide");

        assertThat(judge()).containsExactly("\"OffWide\" stands outside of the page");
    }

    @Test
    void a_page_with_nothing_but_the_mark_is_caught() throws IOException {
        PDPage last = page();
        write(last, SIGNS, 72, 700, "◆");

        assertThat(judge())
                .containsExactly(
                        "the chapter that ends here is not in the outline",
                        "only 13% of the page is used",
                        "nothing but a closing mark is on the page");
    }

    @Test
    void a_page_that_is_nearly_empty_within_a_chapter_is_caught() throws IOException {
        PDPage next = page();
        write(next, LETTERS, 72, 700, "Two");
        write(next, LETTERS, 72, 200, "goes on.");
        write(page(), LETTERS, 72, 700, "A heading, and a picture that did not fit:");
        PDPage last = page();
        write(last, LETTERS, 72, 200, "And so on.");
        write(last, SIGNS, 130, 200, "◆");
        entry("Two", next);

        assertThat(judge()).containsExactly("only 13% of the page is used");
    }

    @Test
    void an_entry_that_leads_nowhere_or_elsewhere_is_caught() throws IOException {
        entry("Two", document.getPage(1));
        outline.addLast(titled("Three"));

        assertThat(judge())
                .containsExactly(
                        "the outline's entry \"Two\" is not on its page",
                        "the outline's entry \"Three\" leads nowhere");
    }

    @Test
    void a_file_without_an_outline_is_caught() throws IOException {
        document.getDocumentCatalog().setDocumentOutline(null);

        assertThat(judge()).contains("there is no outline");
    }

    private List<String> judge() throws IOException {
        Path file = folder.resolve("book.pdf");
        document.save(file.toFile());
        document.close();
        return PdfGate.judge(file).stream().map(Problem::what).toList();
    }

    private PDPage page() {
        var page = new PDPage();
        document.addPage(page);
        return page;
    }

    private void write(PDPage page, PDFont font, float x, float y, String text) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(font, 12);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }
    }

    private void entry(String title, PDPage page) {
        PDOutlineItem entry = titled(title);
        entry.setDestination(page);
        outline.addLast(entry);
    }

    private static PDOutlineItem titled(String title) {
        var entry = new PDOutlineItem();
        entry.setTitle(title);
        return entry;
    }
}
