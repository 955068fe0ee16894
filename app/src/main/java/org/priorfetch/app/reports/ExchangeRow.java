package org.priorfetch.app.reports;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.engine.model.ExchangeLine;

/** What a row shows of a report. */
record ExchangeRow(ExchangeLine line, Mark mark, String day, String outcome, String studies, String instances,
        String size, String took, String rate) {}
