package dojo.lab.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dojo.lab.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;

class CopiesTest {

    private final List<Integer> closed = new ArrayList<>();
    private int opened;
    private boolean broken;
    private final Copies copies = new Copies(this::open);

    @Test
    void a_copy_that_was_given_back_is_lent_again() {
        Copy first = borrow();
        Copy second = borrow();
        copies.giveBack(first);

        assertThat(borrow()).isSameAs(first).isNotSameAs(second);
        assertThat(opened).isEqualTo(2);
    }

    @Test
    void a_copy_that_was_discarded_is_closed_and_replaced() {
        for (int i = 0; i < 20; i++) {
            copies.discard(borrow());
        }

        assertThat(closed).hasSize(20);
        assertThat(borrow()).isNotNull();
    }

    @Test
    void a_store_that_does_not_open_takes_no_place() {
        broken = true;
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(this::borrow).hasMessage("no store");
        }
        broken = false;

        assertThat(borrow()).isNotNull();
    }

    @Test
    void closing_closes_what_was_given_back() {
        Copy copy = borrow();
        copies.giveBack(copy);

        copies.close();

        assertThat(closed).containsExactly(1);
    }

    private Copy borrow() {
        return copies.borrow("sessions", Optional.empty());
    }

    private Store open() {
        if (broken) {
            throw new IllegalStateException("no store");
        }
        opened++;
        int number = opened;
        return new Store() {
            @Override
            public AwsResponse execute(AwsRequest request) {
                return DescribeTableResponse.builder().build();
            }

            @Override
            public void close() {
                closed.add(number);
            }
        };
    }
}
