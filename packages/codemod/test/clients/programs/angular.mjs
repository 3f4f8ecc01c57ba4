import '@angular/compiler'
import { HttpClient, provideHttpClient, withFetch, withInterceptors } from '@angular/common/http'
import * as core from '@angular/core'
import { catchError, firstValueFrom, of, throwError } from 'rxjs'

const look = (request, next) => next(request).pipe(catchError(failure => throwError(() => failure)))

class Loans {
  http = core.inject(HttpClient)

  seen(url) {
    return firstValueFrom(
      this.http.get(url).pipe(catchError(failure => of(failure.error?.message === 'This copy is already on loan'))),
    )
  }

  heard(url) {
    return new Promise(done => {
      this.http.get(url).subscribe({ error: failure => done(failure.error.message === 'This copy is already on loan') })
    })
  }
}

// As much of an application as a request needs: no page is drawn.
const injector = core.createEnvironmentInjector(
  [
    provideHttpClient(withFetch(), withInterceptors([look])),
    { provide: core.ɵINJECTOR_SCOPE, useValue: 'root' },
    { provide: core.NgZone, useClass: core.ɵNoopNgZone },
    { provide: core.ɵChangeDetectionScheduler, useValue: { notify: () => undefined, runningTick: false } },
  ],
  core.Injector.NULL,
)
const loans = core.runInInjectionContext(injector, () => new Loans())

export const isTaken = async url => (await loans.seen(url)) && (await loans.heard(url))
