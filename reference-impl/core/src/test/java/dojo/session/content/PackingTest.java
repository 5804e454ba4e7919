package dojo.session.content;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackingTest {
    @Test
    void whatever_is_packed_comes_back() {
        SplittableRandom random = new SplittableRandom(7);
        for (int size : List.of(0, 1, 2, 63, 600, 4_095, 4_096, 4_097, 70_000, 1_100_000)) {
            byte[] noise = new byte[size];
            random.nextBytes(noise);
            byte[] prose = Prose.of(size, size).getBytes(UTF_8);
            for (byte[] plain : List.of(noise, prose, new byte[size])) {
                assertThat(Packing.unpack(Packing.pack(plain), size))
                        .hasValueSatisfying(back -> assertThat(back).isEqualTo(plain));
            }
        }
    }

    /** If this fails after an upgrade, nothing is broken: the same turn merely packs to other bytes from then on. */
    @Test
    void the_same_bytes_come_out_on_every_platform() throws Exception {
        byte[] packed = Packing.pack(Prose.of(1_900, 1).getBytes(UTF_8));

        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(packed))
                .substring(0, 16);
        assertThat(digest).isEqualTo("b6de2b434ec79974");
    }

    @Test
    void a_chat_turn_of_two_kilobytes_packs_into_one() {
        assertThat(Packing.pack(Prose.of(1_900, 2).getBytes(UTF_8)).length).isLessThan(1_024);
    }

    @Test
    void noise_grows_a_little_and_says_so() {
        byte[] noise = new byte[10_000];
        new SplittableRandom(3).nextBytes(noise);

        assertThat(Packing.pack(noise).length).isBetween(10_001, 10_300);
    }

    @Test
    void what_is_cut_off_is_noticed() {
        byte[] packed = Packing.pack(Prose.of(3_000, 4).getBytes(UTF_8));

        for (int length = 0; length < packed.length - 8; length += 7) {
            assertThat(Packing.unpack(Arrays.copyOf(packed, length), 3_000)).isEmpty();
        }
    }

    @Test
    void a_changed_bit_never_brings_the_same_text_nor_more_of_it() {
        byte[] plain = Prose.of(3_000, 5).getBytes(UTF_8);
        byte[] packed = Packing.pack(plain);

        for (int at = 0; at < packed.length - 8; at += 11) {
            byte[] changed = packed.clone();
            changed[at] ^= 4;
            Packing.unpack(changed, 3_000)
                    .ifPresent(other -> assertThat(other).hasSize(3_000).isNotEqualTo(plain));
        }
    }

    @Test
    void a_bomb_makes_no_more_than_was_announced() {
        byte[] bomb = Packing.pack(new byte[5_000_000]);

        assertThat(bomb.length).isLessThan(5_000);
        assertThat(Packing.unpack(bomb, 2_000).orElse(new byte[0]).length).isLessThanOrEqualTo(2_000);
    }
}
