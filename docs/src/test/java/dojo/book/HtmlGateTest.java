package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlGateTest {

    private static final String SOUND = """
            <html><head><style>p { color: red }</style></head><body><h1>Book</h1>
            <div class="sect1"><h2 id="one">One</h2><p>See <a href="#one">one</a> and <a href="https://aws">AWS</a>.</p>
            <p>Code may say <code>{name} and xref:a[]</code>.</p>
            <img src="data:image/png;base64,AAAA" alt="A curve that rises and falls">
            <div class="paragraph end-of-chapter"><p>◆</p></div></div></body></html>
            """;

    @Test
    void a_sound_page_has_no_problem() {
        assertThat(judge(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "href=\"#one\"              | href=\"#two\"                          | leads to #two, which is nowhere",
                "<h1>                       | <h1 id=\"one\">                        | id one stands twice",
                "<style>                    | <link rel=\"stylesheet\" href=\"https://fonts.example/x.css\"><style> | fetches https://fonts",
                "<style>                    | <script src=\"//cdn.example/x.js\"></script><style> | fetches //cdn.example/x.js",
                "p { color: red }           | @import 'x.css'; p { }                | a style sheet fetches something",
                "p { color: red }           | p { background: url(https://x/y.png) } | a style sheet fetches something",
                "A curve that rises and falls | ''                                  | has no text for those who cannot see it",
                "data:image/png;base64,AAAA | gone.png                              | image gone.png is not there",
                "h2                         | h3                                    | \"One\" skips a level",
                "<p>See                     | <p>== Two</p><p>See                   | markup shows through: \"== Two\"",
                "<p>See                     | <p>include::two.adoc[]</p><p>See      | markup shows through: \"include::two.adoc[]\"",
                "<p>See                     | <p>It costs {units-01}.</p><p>See     | markup shows through: \"It costs {units-01}.\"",
                "<p>See                     | <p>See xref:two[] and                 | markup shows through: \"See xref:two[]",
                "<p>See                     | <p>A stray ` tick</p><p>See           | markup shows through: \"A stray ` tick\"",
                "<p>◆</p>                   | ''                                    | does not end with its closing mark",
                "<p>◆</p></div>             | <p>◆</p></div><p>More</p>             | does not end with its closing mark",
            })
    void a_seeded_defect_is_caught(String sound, String broken, String expected) {
        assertThat(SOUND).contains(sound);

        assertThat(judge(SOUND.replace(sound, broken)))
                .anySatisfy(problem -> assertThat(problem.what()).contains(expected));
    }

    @Test
    void an_image_whose_text_is_its_file_name_is_caught() {
        String page = SOUND.replace("data:image/png;base64,AAAA", "curve.png")
                .replace("A curve that rises and falls", "curve");

        assertThat(judge(page))
                .anySatisfy(problem -> assertThat(problem.what())
                        .isEqualTo("image curve.png has no text for those who cannot see it"));
    }

    private static List<Problem> judge(String html) {
        return HtmlGate.judge(Path.of("nowhere", "index.html"), html);
    }
}
