package org.priorfetch.app.fetch;

import java.util.List;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyObjectProperty;

import org.priorfetch.app.controls.Notice;

/** What there is to choose from. */
interface Results {

    /** By patient. */
    ReadOnlyObjectProperty<List<Findings.Group>> groups();

    /** What stands where the results would. */
    ReadOnlyObjectProperty<Notice> notice();

    /** Lists the series of a study: rows to stand under it, or a remark why not. */
    void listSeries(Hit.OfStudy study, Consumer<List<Hit>> listed);
}
