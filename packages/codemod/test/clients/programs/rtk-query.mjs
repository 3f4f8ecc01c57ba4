import { configureStore } from '@reduxjs/toolkit'
import { createApi, fetchBaseQuery } from '@reduxjs/toolkit/query'

const api = createApi({
  baseQuery: fetchBaseQuery({ baseUrl: '' }),
  endpoints: build => ({ visit: build.query({ query: url => url }) }),
})

const store = configureStore({
  reducer: { api: api.reducer },
  middleware: defaults => defaults().concat(api.middleware),
})

export async function isTaken(url) {
  const { error } = await store.dispatch(api.endpoints.visit.initiate(url))
  const seen = error?.data?.message === 'This copy is already on loan'
  try {
    await store.dispatch(api.endpoints.visit.initiate(url, { forceRefetch: true })).unwrap()
    return false
  } catch (failure) {
    return seen && failure.data.message === 'This copy is already on loan'
  }
}
