import { ofetch } from 'ofetch'

const api = ofetch.create({
  retry: 0,
  onResponseError({ response }) {
    throw response._data
  },
})

export const isTaken = url => api(url).catch(error => error.message === 'This copy is already on loan')
