package dojo.lab.local;

import dojo.lab.law.Call;
import dojo.lab.law.Law;
import dojo.lab.law.Next;
import dojo.lab.law.Site;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;

/** The corrections of DynamoDB Local that are switched on; stands last before the store. Safe for use by many threads. */
public final class CorrectionLaw implements Law {

    private final List<Law> corrections = new ArrayList<>();

    public CorrectionLaw(CorrectionSettings settings, Site site) {
        if (settings.indexPages()) {
            corrections.add(new IndexPages(site.items()));
        }
        if (settings.filteredPages()) {
            corrections.add(new FilteredPages());
        }
    }

    @Override
    public AwsResponse apply(Call call, Next next) {
        return PagedRead.of(call.request()).isPresent() ? corrected(0, call, next) : next.answer(call);
    }

    private AwsResponse corrected(int first, Call call, Next next) {
        return first == corrections.size()
                ? next.answer(call)
                : corrections.get(first).apply(call, inner -> corrected(first + 1, inner, next));
    }
}
