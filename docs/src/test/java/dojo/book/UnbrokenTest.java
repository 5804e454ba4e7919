package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a page that is half full, a table that does not fit below takes its heading along. */
class UnbrokenTest {

    private static final String TABLE =
            "|===\n|Look for |Ask\n\n" + "|a key |What then? +\nAnd then?\n".repeat(8) + "|===\n";

    @TempDir
    Path folder;

    @Test
    void a_heading_goes_where_its_table_goes() throws IOException {
        List<String> pages = set("== One\n\n" + "A paragraph.\n\n".repeat(20) + "=== The heading\n\n" + TABLE);

        assertThat(pages).hasSize(2);
        assertThat(pages.get(0)).contains("A paragraph.").doesNotContain("The heading");
        assertThat(pages.get(1)).contains("The heading", "Look for");
    }

    @Test
    void where_there_is_room_nothing_moves() throws IOException {
        List<String> pages = set("== One\n\n" + "A paragraph.\n\n".repeat(6) + "=== The heading\n\n" + TABLE);

        assertThat(pages).singleElement().asString().contains("A paragraph.", "The heading", "Look for");
    }

    private List<String> set(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("text.adoc"), text);
        Path paper = folder.resolve("text.pdf");
        try (Typesetter typesetter = Typesetter.open()) {
            assertThat(typesetter.print(Format.PDF, file, paper, Map.of()).problems(List.of()))
                    .isEmpty();
        }
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(paper.toFile())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }
}
