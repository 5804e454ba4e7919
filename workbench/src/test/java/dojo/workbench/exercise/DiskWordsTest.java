package dojo.workbench.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class DiskWordsTest {

    @Test
    void a_refusal_is_said_in_words_and_not_in_the_name_of_a_class() {
        assertThat(DiskWords.of(new NoSuchFileException("/proc/x")))
                .isEqualTo("there is no /proc/x, and none can be made there");
        assertThat(DiskWords.of(new AccessDeniedException("/root/x"))).isEqualTo("you have no right to /root/x");
        assertThat(DiskWords.of(new FileSystemException("/mnt/x", null, "Read-only file system")))
                .isEqualTo("the disk is read-only");
        assertThat(DiskWords.of(new IOException("No space left on device"))).isEqualTo("the disk is full");
        assertThat(DiskWords.of(new IOException("a lock is held"))).isEqualTo("a lock is held");
    }
}
