import { Fault, fault, type Reply } from '@benkan/messaging';
import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { of, type Observable } from 'rxjs';

/**
 * `app.useGlobalFilters(new FaultFilter(report))`: a thrown `Fault` is answered with its code, anything else is a bug:
 * told to `report`, answered `internal` and nothing more. Without it Nest turns a `Fault` too into `internal`.
 */
@Catch()
export class FaultFilter implements RpcExceptionFilter<unknown> {
  constructor(private readonly report: (error: unknown) => void) {}

  catch(error: unknown): Observable<Reply> {
    if (error instanceof Fault) return of(fault(error.code, error.message, error.problems));
    this.report(error);
    return of(fault('internal'));
  }
}
