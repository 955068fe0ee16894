package org.priorfetch.app.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.priorfetch.app.i18n.Texts;

/** What a draft changes of what is saved. */
record RuleChanges(int added, int changed, int removed, boolean moved, boolean limits,
        boolean pairs) {

    static RuleChanges between(RulesDraft saved, RulesDraft draft) {
        Map<Long, RuleInput> before = byId(saved);
        Map<Long, RuleInput> after = byId(draft);
        List<Long> kept = saved.rules().stream().map(RuleEntry::id).filter(after::containsKey).toList();
        List<Long> now = draft.rules().stream().map(RuleEntry::id).filter(before::containsKey).toList();
        boolean limits = !saved.maxPriors().equals(draft.maxPriors()) || !saved.maxAge().equals(draft.maxAge())
                || !saved.selection().equals(draft.selection());
        return new RuleChanges(after.size() - now.size(),
                (int) now.stream().filter(id -> !Objects.equals(before.get(id), after.get(id))).count(),
                before.size() - kept.size(), !kept.equals(now), limits, !saved.pairs().equals(draft.pairs()));
    }

    private static Map<Long, RuleInput> byId(RulesDraft draft) {
        return draft.rules().stream().collect(Collectors.toMap(RuleEntry::id, RuleEntry::input));
    }

    boolean none() {
        return added + changed + removed == 0 && !moved && !limits && !pairs;
    }

    /** "1 rule new, 2 changed"; empty when nothing is. */
    String words(Texts texts) {
        List<String> words = new ArrayList<>();
        count(words, texts, "rules.changes.added", added);
        count(words, texts, "rules.changes.changed", changed);
        count(words, texts, "rules.changes.removed", removed);
        if (moved) {
            words.add(texts.get("rules.changes.moved"));
        }
        if (limits) {
            words.add(texts.get("rules.changes.limits"));
        }
        if (pairs) {
            words.add(texts.get("rules.changes.pairs"));
        }
        return String.join(", ", words);
    }

    private static void count(List<String> words, Texts texts, String key, int number) {
        if (number > 0) {
            words.add(texts.get(key, number));
        }
    }
}
