package dojo.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AtOnceTest {

    private static final Set<Format> ALL = EnumSet.allOf(Format.class);

    @Test
    void every_format_is_opened_before_there_is_something_to_set() throws Exception {
        var opened = new CountDownLatch(ALL.size());

        try (AtOnce<String, String> presses = AtOnce.open(ALL, format -> {
            opened.countDown();
            return "opened for " + format;
        })) {
            assertThat(opened.await(20, TimeUnit.SECONDS)).isTrue();

            assertThat(presses.set((format, press) -> format + " " + press))
                    .containsExactly("HTML opened for HTML", "PDF opened for PDF", "EPUB opened for EPUB");
        }
    }

    @Test
    void formats_are_set_at_the_same_time() throws IOException {
        var met = new CountDownLatch(ALL.size());

        try (AtOnce<String, Boolean> presses = AtOnce.open(ALL, Format::file)) {
            assertThat(presses.set((format, press) -> {
                        met.countDown();
                        return await(met);
                    }))
                    .containsExactly(true, true, true);
        }
    }

    @Test
    void a_format_that_cannot_be_written_is_an_error_of_the_whole() {
        try (AtOnce<String, String> presses = AtOnce.open(ALL, Format::file)) {
            assertThatThrownBy(() -> presses.set((format, press) -> {
                        if (format == Format.PDF) {
                            throw new IOException("disk full");
                        }
                        return press;
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
        }
    }

    @Test
    void what_cannot_be_opened_is_named_once_there_is_something_to_set() {
        try (AtOnce<String, String> presses = AtOnce.open(ALL, format -> {
            throw new IllegalArgumentException("no JRuby");
        })) {
            assertThatThrownBy(() -> presses.set((format, press) -> press))
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("no JRuby");
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
