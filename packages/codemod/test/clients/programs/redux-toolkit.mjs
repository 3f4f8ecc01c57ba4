import { configureStore, createAsyncThunk } from '@reduxjs/toolkit'

const visit = createAsyncThunk('loans/visit', async (url, { rejectWithValue }) => {
  const response = await fetch(url)
  const body = await response.json()
  return response.ok ? body : rejectWithValue(body)
})

const store = configureStore({ reducer: { loans: () => ({}) }, middleware: defaults => defaults() })

export async function isTaken(url) {
  const action = await store.dispatch(visit(url))
  const seen = visit.rejected.match(action) && action.payload?.message === 'This copy is already on loan'
  try {
    await store.dispatch(visit(url)).unwrap()
    return false
  } catch (failure) {
    return seen && failure.message === 'This copy is already on loan'
  }
}
