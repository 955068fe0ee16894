package org.priorfetch.engine.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;

/** A form as the file will have it: what was there in its order, then what is new; counted anew, lists without their gaps. */
final class TidyForm {

    static final String PROCEDURES = "procedures";

    static final Comparator<SiteSection> AS_IN_THE_FILE = Comparator
            .comparingInt(section -> section.place() == SiteSection.NEW ? Integer.MAX_VALUE : section.place());

    private TidyForm() {}

    static SiteForm of(SiteForm form) {
        return new SiteForm(at(0, form.self()), tidy("pacs", at(0, form.pacs())),
                inOrder("worklists", form.worklists()), inOrder("sources", form.sources()), at(0, form.relevance()),
                exclude(form.exclude()), tidy(PROCEDURES, at(0, form.procedures())));
    }

    static SiteSection exclude(SiteSection exclude) {
        SiteSection tidy = at(0, exclude);
        for (ListedValue list : ListedValue.values()) {
            tidy = tidy.with(list.key(), list.tidy(exclude.get(list.key())));
        }
        return tidy;
    }

    private static SiteSection tidy(String name, SiteSection section) {
        SiteSection tidy = section;
        for (Map.Entry<String, String> value : section.values().entrySet()) {
            Optional<StructuredValue> type = StructuredValues.of(name, value.getKey());
            if (type.isPresent()) {
                tidy = tidy.with(value.getKey(), type.get().tidy(value.getValue()));
            }
        }
        return tidy;
    }

    private static List<SiteSection> inOrder(String name, List<SiteSection> sections) {
        List<SiteSection> sorted = sections.stream().sorted(AS_IN_THE_FILE).toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(place -> tidy(name, at(place, sorted.get(place))))
                .toList();
    }

    private static SiteSection at(int place, SiteSection section) {
        return new SiteSection(place, section.values());
    }
}
