package dojo.lab.local;

import dojo.lab.item.IndexShape;
import dojo.lab.item.IndexShape.Kind;
import dojo.lab.item.ItemSize;
import dojo.lab.item.Items;
import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/**
 * Ends the page of an index at 1 MB of its entries: where Local ended it early, for it counts whole items, the index is
 * read on.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">"The maximum size of the
 *     results returned by a Query operation is 1 MB. This includes the sizes of all the attribute names and values across
 *     all of the items returned."</a>
 */
final class IndexPages implements Law {

    private static final long ONE_MEGABYTE = 1024 * 1024;

    private final Items items;

    IndexPages(Items items) {
        this.items = items;
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        AwsResponse answer = next.answer(call);
        Optional<PagedRead> read = PagedRead.of(call.request()).filter(this::holdsLessThanItems);
        if (read.isEmpty()) {
            return answer;
        }
        Page page = Page.of(answer);
        return endedEarly(page, read.get()) ? readOn(read.get(), page, call, next) : answer;
    }

    /** Entries are smaller than items, unless all is projected or a local index may fetch what it lacks. */
    private boolean holdsLessThanItems(PagedRead read) {
        Optional<IndexShape> index = items.index(read.table(), read.index());
        return index.isPresent()
                && !index.get().projected().isEmpty()
                && (index.get().kind() == Kind.GLOBAL || !read.namesAttributes());
    }

    private static boolean endedEarly(Page page, PagedRead read) {
        return !page.last().isEmpty() && (read.limit() == null || page.scanned() < read.limit());
    }

    private static AwsResponse readOn(PagedRead read, Page first, Call call, Next next) {
        End end = endOfPage(read, call, next);
        Page page = first;
        while (!page.last().isEmpty() && (end.ofIndex() || page.scanned() < end.entries())) {
            // A read that stops at its limit has a LastEvaluatedKey even if nothing follows.
            @Nullable Integer limit = end.ofIndex() ? null : end.entries() - page.scanned();
            page = page.and(
                    Page.of(next.answer(call.with(read.from(page.last(), limit).request()))));
        }
        return page.answer();
    }

    /**
     * Where a page ends.
     *
     * @param entries how many entries it has
     * @param ofIndex whether none follow
     */
    private record End(int entries, boolean ofIndex) {}

    /** A page ends with the entry that reaches 1 MB, or the limit, or the end of what can be read. */
    private static End endOfPage(PagedRead read, Call call, Next next) {
        PagedRead entries = read.whole(Select.ALL_PROJECTED_ATTRIBUTES);
        @Nullable Integer limit = read.limit();
        long bytes = 0;
        int count = 0;
        Page page = Page.of(next.answer(call.with(entries.request())));
        while (true) {
            for (Map<String, AttributeValue> entry : page.items()) {
                count++;
                bytes += ItemSize.bytes(entry);
                if (bytes >= ONE_MEGABYTE || (limit != null && count >= limit)) {
                    return new End(count, false);
                }
            }
            if (page.last().isEmpty()) {
                return new End(count, true);
            }
            page = Page.of(
                    next.answer(call.with(entries.from(page.last(), limit).request())));
        }
    }
}
