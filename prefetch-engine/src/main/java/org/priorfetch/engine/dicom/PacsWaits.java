package org.priorfetch.engine.dicom;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.SpentTime;

/** What sending to the PACS waits for: whatever it is, the PACS has not taken the instance yet. */
record PacsWaits(SpentTime spent) implements Waits {

    @Override
    public void forSlot(long nanos) {
        spent.add(TimePart.PACS, nanos);
    }

    @Override
    public void forConnection(long nanos) {
        spent.add(TimePart.PACS, nanos);
    }

    @Override
    public void toWrite(long nanos) {
        spent.add(TimePart.PACS, nanos);
    }

    @Override
    public void forAnswer(long nanos) {
        spent.add(TimePart.PACS, nanos);
    }

    @Override
    public void forBudget(long nanos) {
        spent.add(TimePart.LIMIT, nanos);
    }
}
